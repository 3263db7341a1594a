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
                hats by Green | hats; brand=Green 'green'
                something by Green | brand=Green 'green'
                sun hats by Green | hats; brand=Green 'green'; words sun
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
                white noise machine | machine; words white noise machine
                white noise machines under 30 | machines; price<30 'under 30'; words white noise machines
                white blankets | blankets; color=White 'white'
                noise machine in white | machine; color=White 'white'; words noise machine
                machine | words machine
                sun hats | hats; words sun
                straw sun hat | hat; words straw sun
                women's sun hats | hats; categories=Women or title=Women 'women's'; words sun
                winter hats | winter hats
                slim power bank | power bank; words slim
                studio lamp | lamp; words studio
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
                I sleep under blankets, so I need a lamp | lamp; words blankets
                a lamp that goes with blankets | lamp; words blankets
                laptop and power bank | laptop / power bank
                laptop, power bank | laptop / power bank
                laptop or power bank | laptop / power bank
                """);
    }

    @Test
    void takesADepartmentForWhomThingsAreMeant() {
        Understood.inTurns(Chat::gadgets, """
                women's hats | hats; categories=Women or title=Women 'women's'
                hats for women | hats; categories=Women or title=Women 'for women'
                hats / women's | hats; categories=Women or title=Women 'women's'
                women's / hats | hats; categories=Women or title=Women 'women's'
                men's hats | hats; categories=Men or title=Men 'men's'
                hats for my wife | hats
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
                홍삼이나 오메가3 | 홍삼 / 오메가3
                니트랑 코트 | 니트 / 코트
                니트와 코트 | 니트 / 코트
                니트, 코트 | 니트 / 코트
                니트 코트 | 코트; words 니트
                """);
    }

    @Test
    void keepsWordsOfTitlesInKorean() {
        Understood.inTurns(Chat::korean, """
                목폴라 있어? | words 목폴라
                라운드 니트 | 니트; words 라운드
                데일리 니트 | 니트; words 데일리
                노캔 이어폰 | 이어폰; noiseCancelling=있음 '노캔'
                흰색 이어폰 | 이어폰; color=흰색 '흰색'
                할인하는 이어폰 | 이어폰; has listPrice '할인하는'
                재고 있는 이어폰 | 이어폰; availability=InStock '재고 있는'
                니트 250 사이즈 | 니트; size=250 '250'
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
                boots and sneakers | boots / sneakers
                watering cans or kettles | kettles; words watering cans
                kettles / red and Tallow | kettles; brand=Tallow 'tallow'; color=Red 'red'
                """);
    }
}
