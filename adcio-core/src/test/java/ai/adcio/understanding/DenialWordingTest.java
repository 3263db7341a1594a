package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** How shoppers say what they do not want. */
class DenialWordingTest {
    @Test
    void deniesWhatFollows() {
        Understood.inTurns(Chat::english, """
                kettles, no Tallow, Brindle or Nike | kettles; brand!=Tallow 'tallow'; brand!=Brindle 'brindle'
                kettles, no Tallow, please red | kettles; brand!=Tallow 'tallow'; color=Red 'red'
                kettles, not Tallow, Brindle | kettles; brand!=Tallow 'tallow'; brand!=Brindle 'brindle'
                kettles without Tallow and Brindle | kettles; brand!=Tallow 'tallow'; brand!=Brindle 'brindle'
                kettles without red or silver | kettles; color!=Red 'red'; color!=Silver 'silver'
                kettles with no red | kettles; color!=Red 'red'
                kettles but not in red | kettles; color!=Red 'red'
                kettles not by Tallow | kettles; brand!=Tallow 'tallow'
                kettles without any Tallow | kettles; brand!=Tallow 'tallow'
                kettles, please no Tallow | kettles; brand!=Tallow 'tallow'
                kettles except those by Tallow | kettles; brand!=Tallow 'tallow'
                kettles except for the Tallow ones | kettles; brand!=Tallow 'tallow'
                kettles instead of Tallow show Brindle | kettles; brand=Brindle 'brindle'; brand!=Tallow 'tallow'
                red kettles without Tallow | kettles; brand!=Tallow 'tallow'; color=Red 'red'
                no red or silver Tallow kettles | kettles; brand!=Tallow 'tallow'; color!=Red 'red'; color!=Silver 'silver'
                sneakers or boots but not Tallow | sneakers / boots (categories=Sneakers/Boots or title=sneaker/boot); brand!=Tallow 'tallow'
                """);
    }

    @Test
    void leavesTheKindThatADeniedNameDescribes() {
        Understood.inTurns(Chat::english, """
                without red kettles | kettles; color!=Red 'red'
                no Tallow kettles | kettles; brand!=Tallow 'tallow'
                leather-free boots | boots; avoid leather
                leather free boots | boots; avoid leather
                tallow-free kettles | kettles; brand!=Tallow 'tallow'
                kettles leather-free | kettles; avoid leather
                """);
    }

    @Test
    void readsABareNoAsAnAnswer() {
        Understood.inTurns(Chat::english, """
                no, kettles | kettles
                no. red kettles | kettles; color=Red 'red'
                kettles. no. scarves | scarves
                """);
    }

    @Test
    void deniesWhatWasNamedBefore() {
        Understood.inTurns(Chat::english, """
                kettles, Tallow is out | kettles; brand!=Tallow 'tallow'
                kettles, red is out | kettles; color!=Red 'red'
                kettles, Tallow is not for me | kettles; brand!=Tallow 'tallow'
                kettles, Tallow I already own, red please | kettles; brand!=Tallow 'tallow'; color=Red 'red'
                kettles in red, Tallow excluded | kettles; brand!=Tallow 'tallow'; color=Red 'red'
                """);
    }

    @Test
    void avoidsWhatIsNoNameHere() {
        Understood.inTurns(Chat::english, """
                kettles without rust | kettles; avoid rust
                boots with no heel | boots; avoid heel
                scarves, not wool | scarves; title!=wool 'wool'
                kettles that are not whistling | kettles; title!=whistling 'whistling'
                """);
    }

    @Test
    void deniesKinds() {
        Understood.inTurns(Chat::english, """
                not kettles | categories!=Kettles 'kettles'
                kettles / no kettles, scarves | scarves
                shoes except boots | shoes; categories!=Boots 'boots'
                shoes but no sneakers | shoes; categories!=Sneakers 'sneakers'
                kettles no sofas | kettles
                no kettles, no scarves | categories!=Kettles 'kettles'; categories!=Scarves 'scarves'
                kettles / drop Tallow | kettles; brand!=Tallow 'tallow'
                shoes / not boots | shoes; categories!=Boots 'boots'
                kettles / not scarves | kettles; categories!=Scarves 'scarves'
                kettles / not whistling kettles | kettles; title!=whistling 'whistling'
                kettles / no copper kettles | kettles; color!=Copper 'copper'
                garden chairs / no oak chairs | garden chairs; title!=oak 'oak'
                shoes except boots and sneakers | shoes; categories!=Boots 'boots'; categories!=Sneakers 'sneakers'
                watering cans / not kettles | watering cans; categories!=Kettles 'kettles'
                kettles but not boots | kettles
                clothing except scarves | clothing; categories!=Scarves 'scarves'
                scarves except wool scarves | scarves; title!=wool 'wool'
                """);
    }

    @Test
    void showsOnlyWhatIsInStock() {
        Understood.inTurns(Chat::english, """
                kettles, not out of stock | kettles; availability=InStock 'not out of stock'
                kettles no sold out ones | kettles; availability=InStock 'sold out ones'
                kettles, nothing sold out | kettles; availability=InStock 'sold out'
                """);
    }

    @Test
    void changesItsMindAboutADenial() {
        Understood.inTurns(Chat::english, """
                kettles / no Tallow / no Brindle either | kettles; brand!=Tallow 'tallow'; brand!=Brindle 'brindle'
                kettles / Tallow / not Tallow | kettles; brand!=Tallow 'tallow'
                kettles / red / not red | kettles; color!=Red 'red'
                kettles / not red / red | kettles; color=Red 'red'
                """);
    }

    @Test
    void deniesWhatStandsBeforeInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 달빛옷장 말고 | 니트; brand!=달빛옷장 '달빛옷장'
                니트 검은색 제외하고 3만원 이하 | 니트; color!=검정 '검은색'; price<=30000 '3만원 이하'
                니트 빨간 거 말고 | 니트; color!=빨강 '빨간'
                니트 빨간색 제품은 빼고 | 니트; color!=빨강 '빨간색'
                니트 빨간색 좋아 근데 네이비는 싫어 | 니트; color=빨강 '빨간색'; color!=네이비 '네이비'
                니트 네이비는 있으니까 빼줘 | 니트; color!=네이비 '네이비'
                니트 달빛옷장은 너무 비싸서 빼줘 | 니트; brand!=달빛옷장 '달빛옷장'
                니트 블랙은 너무 많아서 빼줘 | 니트; color!=검정 '블랙'
                니트 SORAGIL은 별로 | 니트; brand!=SORAGIL 'soragil'
                니트 SORAGIL 싫어 | 니트; brand!=SORAGIL 'soragil'
                SORAGIL 없는 니트 | 니트; brand!=SORAGIL 'soragil'
                니트 빨간색 없는 걸로 | 니트; color!=빨강 '빨간색'
                니트 빨간색 보여줘 네이비 말고 | 니트; color=빨강 '빨간색'; color!=네이비 '네이비'
                니트 빨간색만 빼고 | 니트; color!=빨강 '빨간색'
                니트 색은 빨간색 빼고 | 니트; color!=빨강 '빨간색'
                니트 브랜드 달빛옷장 빼고 | 니트; brand!=달빛옷장 '달빛옷장'
                니트 달빛옷장 브랜드 빼고 | 니트; brand!=달빛옷장 '달빛옷장'
                니트 빨간색 색상 빼고 | 니트; color!=빨강 '빨간색'
                니트 남성용 말고 | 니트; gender!=남성/남녀공용 '남성용'
                니트 목폴라는 빼고 | 니트; title!=목폴라 '목폴라'
                라운드 빼고 니트 | 니트; title!=라운드 '라운드'
                니트인데 라운드 아닌 거 | 니트; title!=라운드 '라운드'
                나이키 말고 니트 | 니트
                이어폰 품절 빼고 | 이어폰 (categories=무선 이어폰); availability=InStock '품절 빼고'
                품절 아닌 이어폰 | 이어폰 (categories=무선 이어폰); availability=InStock '품절 아닌'
                혈액 희석제 주의 없는 영양제 | 영양제; cautions!=혈액 희석제/항응고/와파린/blood thinner/anticoagulant/warfarin '혈액 희석제'
                혈액 희석제 경고 없는 영양제 | 영양제; cautions!=혈액 희석제/항응고/와파린/blood thinner/anticoagulant/warfarin '혈액 희석제'
                와파린 주의 문구 안 적힌 홍삼 | 홍삼; cautions!=혈액 희석제/항응고/와파린/blood thinner/anticoagulant/warfarin '와파린'
                이어폰 소리결 말고 | 이어폰 (categories=무선 이어폰); brand!=소리결 '소리결'
                니트 말고 코트나 운동화 | 코트 / 운동화 (categories=코트/운동화)
                """);
    }

    @Test
    void takesAQuestionForNoDenialInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 빨간색 없어요? | 니트; color=빨강 '빨간색'
                니트 SORAGIL 없나요 | 니트; brand=SORAGIL 'soragil'
                """);
    }

    @Test
    void deniesKindsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 말고 코트 | 코트
                니트 보여줘 코트 말고 | 니트
                코트 / 코트 말고 니트 | 니트
                운동화 / 뜀틀 말고 | 운동화; brand!=뜀틀 '뜀틀'
                롱 코트 말고 | 코트; title!=롱 '롱'
                코트 / 롱 코트 말고 | 코트; title!=롱 '롱'
                신발 / 운동화 말고 | 신발; categories!=운동화 '운동화'
                의류 / 니트 말고 | 의류; categories!=니트 '니트'
                영양제 / 홍삼은 빼고 | 영양제; categories!=홍삼 '홍삼'
                """);
    }

    @Test
    void leavesOutWhatStandsBehindAllBut() {
        Understood.inTurns(Chat::english, """
                any kettles but Tallow | kettles; brand!=Tallow 'tallow'
                any of the kettles but Tallow | kettles; brand!=Tallow 'tallow'
                any nice new kettles but Tallow | kettles; brand!=Tallow 'tallow'; hints new
                every kettle but Tallow | kettle; brand!=Tallow 'tallow'
                every scarf but the navy one | scarf; color!=Navy 'navy'
                kettles, any but Tallow | kettles; brand!=Tallow 'tallow'
                kettles, not Brindle but Tallow | kettles; brand=Tallow 'tallow'; brand!=Brindle 'brindle'
                kettles, but Tallow | kettles; brand=Tallow 'tallow'
                any color? kettles but Tallow | kettles; brand=Tallow 'tallow'
                """);
    }

    @Test
    void deniesWhatIsSaidToBeOut() {
        Understood.inTurns(Chat::english, """
                kettles, the red ones are out | kettles; color!=Red 'red'
                kettles, the red one is out | kettles; color!=Red 'red'
                kettles, red things are out | kettles; color!=Red 'red'
                """);
    }

    @Test
    void deniesAtTheEndOfAClauseInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 검정 숨겨줘 | 니트; color!=검정 '검정'
                니트 / 검정은 숨겨줘 | 니트; color!=검정 '검정'
                니트 빨강이랑 네이비 말고 | 니트; color!=빨강 '빨강'; color!=네이비 '네이비'
                니트 SORAGIL이랑 달빛옷장 빼고 | 니트; brand!=SORAGIL 'soragil'; brand!=달빛옷장 '달빛옷장'
                니트 달빛옷장 제품은 너무 비싸서 빼줘 | 니트; brand!=달빛옷장 '달빛옷장'
                니트 네이비도 너무 흔해서 빼줘 | 니트; color!=네이비 '네이비'
                니트 네이비는 됐어 | 니트; color!=네이비 '네이비'
                니트 네이비 두꺼운 거 보여주고 빨강은 빼줘 | 니트; color=네이비 '네이비'; color!=빨강 '빨강'; hints 두꺼운
                니트 네이비는 보여주고 빨강은 빼줘 | 니트; color=네이비 '네이비'; color!=빨강 '빨강'
                니트 네이비는 3만원 이하로 빨강은 빼줘 | 니트; color=네이비 '네이비'; color!=빨강 '빨강'; price<=30000 '3만원 이하로'
                니트 / 여성 니트 말고 | 니트; gender!=남녀공용/여성 '여성'
                """);
    }

    @Test
    void takesEitherOfTwoInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 검정 아니면 빨강 | 니트; color=검정/빨강 '검정 아니면 빨강'
                니트 검정이 아니면 빨강으로 | 니트; color=검정/빨강 '검정이 아니면 빨강'
                """);
    }

    @Test
    void readsEnglishVerbsOfDenialInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 네이비는 exclude 해줘 | 니트; color!=네이비 '네이비'
                니트 네이비는 exclude 하고 | 니트; color!=네이비 '네이비'
                니트 네이비는 avoid 해주세요 | 니트; color!=네이비 '네이비'
                니트 달빛옷장은 hate 해 | 니트; brand!=달빛옷장 '달빛옷장'
                """);
    }

    @Test
    void deniesAllNamesOfAListBeforeOneDenial() {
        Understood.inTurns(Chat::english, """
                kettles / red and silver ones are out | kettles; color!=Red 'red'; color!=Silver 'silver'
                kettles / red, silver and black are out | kettles; color!=Red 'red'; color!=Silver 'silver'; color!=Black 'black'
                kettles / red and silver is out | kettles; color=Red 'red'; color!=Silver 'silver'
                no-tallow kettles | kettles; brand!=Tallow 'tallow'
                kettles, no-red | kettles; color!=Red 'red'
                kettles / red or not | kettles; color=Red 'red'
                """);
    }

    @Test
    void deniesForeignNamesAndByForeignVerbsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 SORAGIL은 너무 비싸서 빼줘 | 니트; brand!=SORAGIL 'soragil'
                니트 navy는 exclude 해줘 | 니트; color!=네이비 'navy'
                니트 네이비는 skip 할게 | 니트; color!=네이비 '네이비'
                니트 네이비는 exclude | 니트; color!=네이비 '네이비'
                """);
    }
}
