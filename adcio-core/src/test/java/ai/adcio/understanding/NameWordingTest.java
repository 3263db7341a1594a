package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** Names of brands, kinds and values that mean something else besides. */
class NameWordingTest {
    @Test
    void takesABrandThatIsAColourByWhatStandsBeforeIt() {
        Understood.inTurns(Chat::gadgets, """
                Green power banks | power banks; color=Green 'green'
                green | color=Green 'green'
                by Green | brand=Green 'green'
                from Green | brand=Green 'green'
                hats by Green | hats (categories=Winter Hats/Summer Hats); brand=Green 'green'
                something by Green | brand=Green 'green'
                sun hats by Green | hats (title=sun hat); brand=Green 'green'; words sun
                show me Green | color=Green 'green'
                green or black power banks | power banks; color=Green/Black 'green or black'
                """);
    }

    @Test
    void takesABrandThatIsAWordByWhatStandsAroundIt() {
        Understood.inTurns(Chat::gadgets, """
                Pillow | brand=Pillow 'pillow'
                Pillow blankets | blankets; brand=Pillow 'pillow'
                Pillow products | brand=Pillow 'pillow'
                do you have Pillow | brand=Pillow 'pillow'
                show me Pillow | brand=Pillow 'pillow'
                blankets by Pillow | blankets; brand=Pillow 'pillow'
                nothing from Pillow | brand!=Pillow 'pillow'
                blankets, nothing from Pillow | blankets; brand!=Pillow 'pillow'
                not from Pillow | brand!=Pillow 'pillow'
                Pillow instead | brand=Pillow 'pillow'
                blankets / Pillow instead | blankets; brand=Pillow 'pillow'
                Pillow, please | brand=Pillow 'pillow'
                please, Pillow | brand=Pillow 'pillow'
                Pillow stuff | brand=Pillow 'pillow'
                anything Pillow | brand=Pillow 'pillow'
                is there Pillow | brand=Pillow 'pillow'
                I need Pillow | brand=Pillow 'pillow'
                the Pillow things | brand=Pillow 'pillow'
                Voltra or Pillow blankets | blankets; brand=Voltra/Pillow 'voltra or pillow'
                blankets, Pillow | blankets; brand=Pillow 'pillow'
                lamp with pillow | lamp; aside 'pillow'
                a lamp for the pillow | lamp
                lamps and Pillow blankets | lamps / blankets (categories=Lamps/Blankets); brand=Pillow 'pillow'
                blankets without a pillow | blankets
                """);
    }

    @Test
    void tellsMakersThatAreNotCarried() {
        Understood.inTurns(Chat::gadgets, """
                by Kong | lacks kong; brand=kong 'kong'
                power banks by Kong | lacks kong; power banks
                anything by Kong | lacks kong; brand=kong 'kong'
                power banks made by Voltra | power banks; brand=Voltra 'voltra'
                """);
    }

    @Test
    void readsRunsOfWordsThatTitlesHave() {
        Understood.inTurns(Chat::gadgets, """
                hair tinsel | hair tinsel; words hair tinsel
                hair tinsel kit | hair tinsel; words hair tinsel
                sparkly hair tinsel | hair tinsel; words hair tinsel sparkly
                HairTinsel | brand=HairTinsel 'hairtinsel'
                white noise machine | machine (title=noise machine); words white noise machine
                white noise machines under 30 | machines (title=noise machine); price<30 'under 30'; words white noise machines
                white blankets | blankets; color=White 'white'
                noise machine in white | machine (title=noise machine); color=White 'white'; words noise machine
                machine | words machine
                sun hats | hats (title=sun hat); words sun
                straw sun hat | hat (categories=Winter Hats/Summer Hats); words straw sun
                women's sun hats | hats (title=sun hat); categories=Women or title=Women 'women's'; words sun
                winter hats | winter hats
                slim power bank | power bank; words slim
                block lamp | lamp; words block
                white noise lamp | lamp; words white noise
                white lamp | lamp; color=White 'white'
                block9 lamp | lamp; brand=Block9 'block9'
                bay lamp | lamp; words bay
                Norden Bay blanket | blanket; brand=Norden Bay 'norden bay'
                hair tinsel by HairTinsel | hair tinsel; brand=HairTinsel 'hairtinsel'; words hair tinsel
                something for hair tinsel | hair tinsel; words hair tinsel
                hair tinsel set | hair tinsel; words hair tinsel
                set of hair tinsel | hair tinsel; words hair tinsel
                kits for hair | words hair
                laptop set | laptop
                """);
    }

    @Test
    void takesTheHeadOfSeveralKinds() {
        Understood.inTurns(Chat::gadgets, """
                power bank for laptop | power bank; words laptop
                power bank with laptop | power bank; words laptop
                blanket in the lamp | blanket; words lamp
                lamp for hats | lamp; words hats
                hats lamp | lamp; words hats
                I sleep under blankets, so I need a lamp | lamp; words blankets; hints sleep
                a lamp that goes with blankets | lamp; words blankets
                laptop and power bank | laptop / power bank (categories=Laptops/Power Banks)
                laptop, power bank | laptop / power bank (categories=Laptops/Power Banks)
                laptop or power bank | laptop / power bank (categories=Laptops/Power Banks)
                power bank for hair tinsel | power bank; words hair tinsel hair tinsel
                hats black lamp | lamp; color=Black 'black'; words hats
                laptop and black power bank | laptop / power bank (categories=Laptops/Power Banks); color=Black 'black'
                I have blankets and lamps, so I want hats | hats (categories=Winter Hats/Summer Hats); words blankets lamps
                blankets, lamps and hats | blankets / lamps / hats (categories=Blankets/Lamps/Winter Hats/Summer Hats)
                blankets that match the lamp | blankets; words lamp
                blankets which match the lamp | blankets; words lamp
                blanket of hats | blanket; words hats
                noise machine for white noise | machine (title=noise machine); words white noise machine
                """);
    }

    @Test
    void takesADepartmentForWhomThingsAreMeant() {
        Understood.inTurns(Chat::gadgets, """
                women's hats | hats (categories=Winter Hats/Summer Hats); categories=Women or title=Women 'women's'
                hats for women | hats (categories=Winter Hats/Summer Hats); categories=Women or title=Women 'for women'
                hats / women's | hats (categories=Winter Hats/Summer Hats); categories=Women or title=Women 'women's'
                women's / hats | hats (categories=Winter Hats/Summer Hats); categories=Women or title=Women 'women's'
                men's hats | hats (categories=Winter Hats/Summer Hats); categories=Men or title=Men 'men's'
                hats for my wife | hats (categories=Winter Hats/Summer Hats)
                """);
    }

    @Test
    void givesClothesToWhomTheyAreFor() {
        Understood.inTurns(Chat::korean, """
                여자친구 니트 | 니트; gender=남녀공용/여성 'women'
                여친한테 줄 니트 | 니트; gender=남녀공용/여성 'women'
                남편 니트 추천 | 니트; gender=남성/남녀공용 'men'
                남편이랑 아내 니트 | 니트
                여자친구 줄 남성 니트 | 니트; gender=남성/남녀공용 '남성'
                엄마 선물 영양제 | 영양제
                남편 / 니트 | 니트
                """);
    }

    @Test
    void joinsKindsInKorean() {
        Understood.inTurns(Chat::korean, """
                홍삼이나 오메가3 | 홍삼 / 오메가3 (categories=홍삼/오메가3)
                니트랑 코트 | 니트 / 코트 (categories=니트/코트)
                니트와 코트 | 니트 / 코트 (categories=니트/코트)
                니트, 코트 | 니트 / 코트 (categories=니트/코트)
                니트 코트 | 코트; words 니트
                니트나 코트 3만원 이하 | 니트 / 코트 (categories=니트/코트); price<=30000 '3만원 이하'
                니트하고 코트 보여줘 | 니트 / 코트 (categories=니트/코트)
                검정이랑 회색 니트 | 니트; color=검정/회색 '검정이랑 회색'
                남성 검정 니트 | 니트; gender=남성/남녀공용 '남성'; color=검정 '검정'
                여성용 신발 | 신발; gender=남녀공용/여성 '여성용'
                오메가3 영양제 | 오메가3 영양제 (categories=오메가3)
                """);
    }

    @Test
    void keepsWordsOfTitlesInKorean() {
        Understood.inTurns(Chat::korean, """
                목폴라 있어? | words 목폴라
                라운드 니트 | 니트; words 라운드
                데일리 니트 | 니트; words 데일리
                노캔 이어폰 | 이어폰 (categories=무선 이어폰); noiseCancelling=있음 '노캔'
                흰색 이어폰 | 이어폰 (categories=무선 이어폰); color=흰색 '흰색'
                할인하는 이어폰 | 이어폰 (categories=무선 이어폰); has listPrice '할인하는'
                재고 있는 이어폰 | 이어폰 (categories=무선 이어폰); availability=InStock '재고 있는'
                니트 250 사이즈 | 니트; size=250 '250 사이즈'
                니트 사이즈 L | 니트; size=L 'l'
                """);
    }

    @Test
    void joinsWhatIsSaidOfOneField() {
        Understood.inTurns(Chat::english, """
                kettles / red or silver | kettles; color=Red/Silver 'red or silver'
                swap Tallow for Brindle kettles | kettles; brand=Brindle 'brindle'
                Tallow or Brindle kettles? Brindle I guess | kettles; brand=Brindle 'brindle'
                Tallow kettles / swap Tallow for Brindle | kettles; brand=Brindle 'brindle'
                red kettles / swap red for silver | kettles; color=Silver 'silver'
                boots and sneakers | boots / sneakers (categories=Boots/Sneakers or title=boot/sneaker)
                watering cans or kettles | watering cans / kettles (categories=Kettles or title=watering can/kettle)
                kettles / red and Tallow | kettles; brand=Tallow 'tallow'; color=Red 'red'
                Tallow or Nike kettles? Tallow I guess | kettles; brand=Tallow 'tallow'
                """);
    }

    @Test
    void readsSizes() {
        Understood.inTurns(Chat::korean, """
                운동화 사이즈 250 | 운동화; size=250 '250'
                운동화 250 사이즈로 | 운동화; size=250 '250 사이즈'
                운동화 250으로 | 운동화; size=250 '250'
                니트 L 사이즈 | 니트; size=L 'l 사이즈'
                니트 사이즈 L로 | 니트; size=L 'l'
                몇 개야 운동화 250 | COUNT; 운동화
                운동화 250원 이하 | 운동화; price<=250 '250원 이하'
                운동화 3 | 운동화
                """);
    }

    @Test
    void setsSizesAsideThatNothingRecords() {
        Understood.inTurns(Chat::english, """
                kettles size 8 | kettles; aside 'size 8'
                kettles 8 size | kettles; aside '8 size'
                kettles, size 8 under $30 | kettles; price<30 'under $30'; aside 'size 8'
                """);
    }

    @Test
    void takesFactsOfShoppersInKorean() {
        Understood.inTurns(Chat::korean, """
                임산부인데 니트 | 니트; PREGNANCY '임산부'
                저 당뇨 있어요 영양제 | 영양제; MEDICINE '당뇨'
                와파린 먹어요 영양제 | 영양제; MEDICINE '와파린'
                혈액 희석제 먹는데 오메가3 | 오메가3; MEDICINE '혈액 희석제'
                신장 안 좋은데 영양제 | 영양제; CONDITION '신장 안 좋'
                """);
    }

    @Test
    void takesFactsOfShoppers() {
        Understood.inTurns(Chat::english, """
                I'm allergic to nuts, any kettles? | kettles; ALLERGY 'allergic to nuts'
                kettles, I am diabetic | kettles; MEDICINE 'diabetic'
                kettles, no blood thinner warning on the label | kettles
                """);
    }

    @Test
    void findsABrandInKorean() {
        Understood.inTurns(Chat::korean, """
                소라길에서 나온 니트 | 니트; brand=SORAGIL '소라길'
                소리결 거 | brand=소리결 '소리결'
                뜀틀 거 운동화 | 운동화; brand=뜀틀 '뜀틀'
                새솔 오메가3 2만원대 | 오메가3; brand=새솔 '새솔'; price>=20000<30000 '2만원대'
                SORAGIL 거 니트 | 니트; brand=SORAGIL 'soragil'
                """);
    }

    @Test
    void hearsForeignBrandsInHangul() {
        Understood.inTurns(Chat::gadgets, """
                노르덴베이 | brand=Norden Bay '노르덴베'
                노르덴베이는 | brand=Norden Bay '노르덴베'
                노르덴베이에서 나온 램프 | 램프 (categories=Lamps); brand=Norden Bay '노르덴베'
                노르덴베이 말고 램프 | 램프 (categories=Lamps); brand!=Norden Bay '노르덴베'
                블록9 | brand=Block9 '블록'
                블록나인 | brand=Block9 '블록'
                블록9 말고 | brand!=Block9 '블록'
                블록9은요 | brand=Block9 '블록'
                """);
    }

    @Test
    void takesAnIngredientForWhatDescribesAKind() {
        Understood.inTurns(Chat::korean, """
                마그네슘 든 영양제 | 영양제; ingredients=마그네슘 '마그네슘'
                마그네슘이 들어간 영양제 | 영양제; ingredients=마그네슘 '마그네슘'
                마그네슘이나 영양제 | 마그네슘 / 영양제 (categories=마그네슘/영양제)
                마그네슘, 영양제 | 마그네슘 / 영양제 (categories=마그네슘/영양제)
                마그네슘 | 마그네슘
                마그네슘 말고 영양제 | 영양제; ingredients!=마그네슘 '마그네슘'
                홍삼 들어간 거 | 홍삼
                오메가3 성분 영양제 | 영양제; ingredients=오메가3 '오메가3'
                오메가3 없는 영양제 | 영양제; ingredients!=오메가3 '오메가3'
                """);
    }
}
