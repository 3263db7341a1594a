package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** Questions and wishes about products that were shown. */
class ShownWordingTest {
    @Test
    void answersOfTheOneThatIsMeant() {
        Understood.inTurns(Chat::english, """
                kettles / tell me about the second one | ABOUT e2; kettles
                kettles / how much is the second one | ABOUT e2: price; kettles
                kettles / how much is it | ABOUT e1: price; kettles
                kettles / what brand is the third | ABOUT e3: brand 'what brand'; kettles
                kettles / is the first one in stock | ABOUT e1: availability 'in stock'; kettles
                kettles / what color is the second one | ABOUT e2: color 'what color'; kettles
                kettles / tell me about the second / how much | ABOUT e2: price 'how much'; kettles
                kettles / tell me about the first / what color is it | ABOUT e1: color 'what color'; kettles
                kettles / tell me about the first / is it $39, right? | ABOUT e1; kettles
                kettles / tell me about the first / is that kettle under $40, right? | ABOUT e1; kettles
                kettles / how many reviews does the second one have | ABOUT e2: rating ratingCount 'reviews'; kettles
                kettles / perfect, the second one | ABOUT e2; kettles
                kettles / e2 | ABOUT e2; kettles
                tell me about E2 | ABOUT e2
                """);
    }

    @Test
    void takesAKindThatPointsForTheOneShown() {
        Understood.inTurns(Chat::english, """
                kettles / tell me about that kettle | ABOUT e1; kettles
                kettles / how much is that kettle | ABOUT e1: price; kettles
                kettles / how much is that scarf | scarf
                kettles / the first kettle | ABOUT e1; kettles
                kettles / the first scarf | scarf
                kettles / show me the first kettle | kettles
                kettles / tell me about the second / how much are kettles | kettles
                """);
    }

    @Test
    void countsPlaces() {
        Understood.inTurns(Chat::english, """
                kettles / the last | ABOUT e4; kettles
                kettles / #2 | ABOUT e2; kettles
                kettles / 2nd | ABOUT e2; kettles
                kettles / option 3 | ABOUT e3; kettles
                kettles / top 2 | ABOUT e1 e2; kettles
                kettles / top two | ABOUT e1 e2; kettles
                kettles / first three | ABOUT e1 e2 e3; kettles
                kettles / second and third | ABOUT e2 e3; kettles
                kettles / the fifth one | ABOUT; kettles
                kettles / tell me about number 9 | ABOUT; kettles
                kettles / number 2 and number 3 | ABOUT e2 e3; kettles
                kettles / 3rd | ABOUT e3; kettles
                kettles / the 4th one | ABOUT e4; kettles
                kettles / the first four | ABOUT e1 e2 e3 e4; kettles
                kettles / first 3 | ABOUT e1 e2 e3; kettles
                kettles / top 3 kettles | ABOUT e1 e2 e3; kettles
                kettles / both | ABOUT e1 e2; kettles
                kettles / those two | ABOUT e1 e2; kettles
                kettles / details on both of them | ABOUT e1 e2; kettles
                kettles / tell me about the sixth | ABOUT; kettles
                kettles / seventh | ABOUT; kettles
                kettles / item 2 | ABOUT e2; kettles
                kettles / the last one and the first one | ABOUT e4 e1; kettles
                Tallow scarf / kettle red / tell me about the last | ABOUT e4; kettle; color=Red 'red'
                kettles / the first one on this page | ABOUT e1; kettles
                kettles / the first result | ABOUT e1; kettles
                kettles / tell me about the second / tell me about the last | ABOUT e4; kettles
                kettles / tell me about the second / tell me about the first one | ABOUT e1; kettles
                red kettles / tell me about the second one | ABOUT; kettles; color=Red 'red'
                """);
    }

    @Test
    void findsTheProductThatIsNamed() {
        Understood.inTurns(Chat::english, """
                how much is the wool scarf | ABOUT e8: price
                how much is the Wool Scarf? | ABOUT e8: price
                tell me about the linen scarf | ABOUT e9
                tell me about the oak garden chair | ABOUT e6
                how much is a scarf | scarf
                how much are kettles | kettles
                how much is the green chair | chair (categories=Garden Chairs or title=chair); color=Green 'green'
                what is the price of the Brindle glass kettle | ABOUT e3: price
                how much is the whistling kettle | ABOUT e4: price
                how many wool scarves | COUNT; scarves; words wool
                average price of wool scarf | AVERAGE price; scarf; words wool
                cheapest wool scarf | TOP BY least price; scarf; words wool
                details on canvas sneakers | ABOUT e12
                tell me about the sneakers | sneakers
                is the wool scarf sold out | ABOUT e8: availability
                """);
    }

    @Test
    void compares() {
        Understood.inTurns(Chat::english, """
                kettles / compare the first and the last | COMPARE e1 e4; kettles
                kettles / compare 1 and 2 | COMPARE e1 e2; kettles
                kettles / compare them | COMPARE e1 e2 e3; kettles
                kettles / compare the first two | COMPARE e1 e2; kettles
                kettles / compare the first three | COMPARE e1 e2 e3; kettles
                kettles / both of them, compare | COMPARE e1 e2; kettles
                kettles / compare e1 and e4 | COMPARE e1 e4; kettles
                kettles / compare the first two / which one is cheaper | COMPARE e1 e2 by least price; kettles
                kettles / compare the first two / which one is more expensive | COMPARE e1 e2 by most price; kettles
                kettles / compare kettles | kettles
                compare kettles | kettles
                kettles / both, which is cheaper | COMPARE e1 e2 by least price; kettles
                kettles / which is the cheaper of both | COMPARE e1 e2 by least price; kettles
                kettles / compare those two | COMPARE e1 e2; kettles
                compare kettles 1 and 2 | kettles
                """);
    }

    @Test
    void looksForCheaperAndBetterOnes() {
        Understood.inTurns(Chat::english, """
                kettles / cheaper | kettles; price<31 'cheaper'
                kettles / cheaper than the second one | kettles; price<25 'cheaper than the second one'
                kettles / cheaper than the first | kettles; price<39 'cheaper than the first'
                kettles / more expensive | kettles; price>31 'more expensive'
                kettles / more expensive than the second one | kettles; price>25 'more expensive than the second one'
                kettles / better rated | kettles; rating>4.6 'better rated'
                kettles / better rated than the first | kettles; rating>4.6 'better rated than the first'
                kettles under $30 / cheaper | kettles; price<25 'cheaper'
                kettles under $20 / cheaper | kettles; price<18.5 'cheaper'
                kettles under 26 / cheaper | kettles; price<25 'cheaper'
                kettles over 30 / more expensive | kettles; price>39 'more expensive'
                scarves / cheaper | scarves; price<28 'cheaper'
                tell me about E2 / cheaper | Kettles; price<25 'cheaper'
                tell me about E2 / better rated | Kettles; rating>4.1 'better rated'
                """);
    }

    @Test
    void looksForSimilarOnes() {
        Understood.inTurns(Chat::english, """
                kettles / similar to the second one | kettles; like e2; without e2
                kettles / something like the first but cheaper | kettles; price<39 'something like the first but cheaper'; like e1
                kettles / tell me about the second / something similar | kettles; like e2; without e2
                kettles / tell me about the second / anything else from that brand | brand=Tallow 'Tallow'; without e2
                kettles / something like the second one | kettles; like e2; without e2
                kettles / similar to it | kettles; like e1; without e1
                """);
    }

    @Test
    void asksForExtremesAndMeans() {
        Understood.inTurns(Chat::english, """
                kettles / cheapest of them | TOP BY least price e1 e2 e3 e4; kettles
                kettles / how many of those | COUNT; kettles
                average rating of kettles | AVERAGE rating; kettles
                average price | AVERAGE price
                the average kettle under $30 | kettle; price<30 'under $30'
                kettles under $30 / the cheapest thing in the whole shop | TOP BY least price
                kettles / who has the lowest price | TOP BY least price; kettles
                kettle with the best rating | TOP BY most rating; kettle
                kettle with the worst rating | TOP BY least rating; kettle
                kettle with the fewest reviews | TOP BY least ratingCount; kettle
                kettle with the highest price | TOP BY most price; kettle
                the best price for a kettle | TOP BY least price; kettle
                kettle with the highest rating over 4 | TOP BY most rating; kettle; rating>4 'over 4'
                kettle whose reviews are the best | TOP BY most rating; kettle
                which kettle do reviews like best | TOP BY most rating; kettle
                kettles best, reviews over 20 | kettles; price>20 'over 20'
                best of the kettles, rating over 4 | kettles; rating>4 'rating over 4'
                kettles where the price is lowest | TOP BY least price; kettles
                the top kettles by price | kettles; sorted by least price
                best kettles under price 30 | kettles; price<30 'under price 30'
                kettle rated best | TOP BY most rating; kettle
                kettle rated highest | TOP BY most rating; kettle
                kettle that costs least | TOP BY least price; kettle
                best 4 star kettle | kettle; rating>=4 '4 star'
                kettles with the greatest feedback | TOP BY most ratingCount; kettles
                kettles with the greatest number of reviews | TOP BY most ratingCount; kettles
                kettles / cheapest / the dearest in the whole store | TOP BY most price
                red kettles / cheapest in the whole store | TOP BY least price
                kettles / cheapest Tallow in the whole store | TOP BY least price; kettles; brand=Tallow 'tallow'
                kettles / cheapest on this page | TOP BY least price e1 e2 e3 e4; kettles
                """);
    }

    @Test
    void answersOfThePagesProduct() {
        Understood.besideAProduct(Chat::english, """
                this | e3 | ABOUT e3
                this one | e3 | ABOUT e3
                what is this | e3 | ABOUT e3
                is this safe | e3 | ABOUT e3 'is this safe'
                does this come in another color | e3 | ABOUT e3: color 'color'
                how much | e3 | ABOUT e3: price 'how much'
                details | e3 | ABOUT e3
                colors? | e3 | ABOUT e3: color 'colors'
                it's too expensive | e1 | Kettles; price<39 'it's too expensive'
                cheaper | e1 | Kettles; price<39 'cheaper'
                something cheaper than this | e1 | Kettles; price<39 'something cheaper than this'
                scarves / cheaper than this | e1 | Kettles; price<39 'cheaper than this'
                similar to this | e1 | Kettles; like e1; without e1
                more like this | e5 | Garden Chairs; like e5; without e5
                scarves / something like this | e1 | Kettles; like e1; without e1
                similar scarves | e1 | scarves; like e1; without e1
                same brand | e8 | brand=Wrenfield 'Wrenfield'; without e8
                scarves from the same brand | e1 | scarves; brand=Tallow 'Tallow'; without e1
                kettles / from the same brand | e8 | brand=Wrenfield 'Wrenfield'; without e8
                kettles / not that brand | e1 | kettles; brand!=Tallow 'Tallow'
                anything from them | e13 | brand=Wrenfield 'Wrenfield'; without e13
                thanks, how much is it | e1 | ABOUT e1: price
                kettles / how much is this | e8 | ABOUT e8: price; kettles
                is it in stock | e1 | ABOUT e1: availability 'in stock'
                is this in stock? | e1 | ABOUT e1: availability 'in stock'
                any reviews? | e1 | ABOUT e1: rating ratingCount 'reviews'
                what do people say | e1 | ABOUT e1: rating ratingCount 'what do people say'
                rating | e1 | ABOUT e1: rating 'rating'
                how is it rated | e1 | ABOUT e1: rating 'rated'
                is it waterproof | e1 | ABOUT e1 'waterproof'
                do you have it in red | e1 | ABOUT e1: color
                do you have this in red or silver? | e1 | ABOUT e1: color
                it costs $39, right? | e1 | ABOUT e1
                that kettle, is it safe for me? | e1 | ABOUT e1 'that kettle, is it safe for me?'
                how much is that kettle | e1 | ABOUT e1: price
                show me that kettle | e1 | kettle
                how much is that kettle under 50 | e1 | kettle; price<50 'under 50'
                price of that Tallow kettle | e1 | kettle; brand=Tallow 'tallow'
                is this safe, I am on blood thinners | e1 | ABOUT e1 'is this safe, i am on blood thinners'; MEDICINE 'blood thinners'
                this without red | e1 | color!=Red 'red'
                this under $30 | e1 | price<30 'under $30'
                this in red | e1 | ABOUT e1: color
                kettles / from that brand, red | e1 | color=Red 'red'; brand=Tallow 'Tallow'; without e1
                kettles / not from that brand, under $30 | e1 | kettles; price<30 'under $30'; brand!=Tallow 'Tallow'
                from that brand | e9 | brand=Pine & Moss 'Pine & Moss'; without e9
                same brand under $30 | e1 | price<30 'under $30'; brand=Tallow 'Tallow'; without e1
                more like this, cheaper | e1 | Kettles; price<39 'more like this, cheaper'; like e1
                more like this under $30 | e1 | Kettles; price<30 'under $30'; like e1; without e1
                more like this in red | e1 | Kettles; color=Red 'red'; like e1; without e1
                something better rated than this | e2 | Kettles; rating>4.1 'something better rated than this'
                scarves / better rated | e2 | Kettles; rating>4.1 'better rated'
                kettles / better rated | e2 | kettles; rating>4.1 'better rated'
                kettles / dearer | e3 | kettles; price>18.5 'dearer'
                red kettles / cheaper | e1 | kettles; color=Red 'red'; price<39 'cheaper'
                red kettles / similar | e1 | kettles; color=Red 'red'; like e1; without e1
                similar to the second | e1 | Kettles; like e1; without e1
                cheaper | e13 | price<15 'cheaper'
                similar | e13 | like e13; without e13
                red scarves under $20 / something like this | e1 | Kettles; like e1; without e1
                red scarves under $30 / cheaper than this | e1 | Kettles; price<39 'cheaper than this'
                kettles / tell me about the second / how much is it | e8 | ABOUT e2: price; kettles
                kettles / tell me about the second / how much is this | e8 | ABOUT e8: price; kettles
                how much is it | e8 | ABOUT e8: price
                """);
    }

    @Test
    void countsInWhatThePageLists() {
        Understood.besideAList(Chat::english, """
                the second one | e1 e2 e3 | ABOUT e2
                kettles / the second one on this page | e9 e8 | ABOUT e8; kettles
                cheapest on this page | e9 e8 | TOP BY least price e9 e8
                how many on this page | e9 e8 | COUNT e9 e8
                scarves | e1 e2 e3 | scarves
                """);
    }

    @Test
    void asksForExtremesInKorean() {
        Understood.inTurns(Chat::korean, """
                별점 제일 높은 니트 | TOP BY most rating; 니트
                가장 저렴한 니트 | TOP BY least price; 니트
                가격이 가장 높은 코트 | TOP BY most price; 코트
                후기가 가장 많은 이어폰 | TOP BY most ratingCount; 이어폰 (categories=무선 이어폰)
                가장 후기 수가 많은 이어폰 | TOP BY most ratingCount; 이어폰 (categories=무선 이어폰)
                제일 많이 팔린 이어폰 | TOP BY most ratingCount; 이어폰 (categories=무선 이어폰)
                평점 제일 낮은 니트 | TOP BY least rating; 니트
                코트 평균 가격 | AVERAGE price; 코트
                코트 평균 평점 | AVERAGE rating; 코트
                니트 / 이 둘 중 뭐가 제일 싸? | COMPARE k1 k2 by least price; 니트
                별점이 제일 높은 거 | TOP BY most rating
                제일 별점 높은 거 | TOP BY most rating
                젤 비싼 거 | TOP BY most price
                제일 고가 니트 | TOP BY most price; 니트
                가격 제일 낮은 니트 | TOP BY least price; 니트
                후기 수가 가장 많은 거 | TOP BY most ratingCount
                리뷰 수 제일 많나 | TOP BY most ratingCount
                제일 높은 니트 | 니트
                제일 평점 낮은 니트 | TOP BY least rating; 니트
                제일 별점이 높은 니트 | TOP BY most rating; 니트
                가장 가격 싼 니트 | TOP BY least price; 니트
                제일 많은 니트 | 니트
                후기가 제일 나은 니트 | TOP BY most rating; 니트
                브랜드 제일 높은 니트 | 니트
                니트 별점 4 제일 높은 | 니트; rating>=4 '별점 4'
                """);
    }

    @Test
    void comparesAndRelatesInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 1번이랑 3번 비교 | COMPARE k1 k3; 니트
                니트 / 1번 3번 비교해줘 | COMPARE k1 k3; 니트
                니트 / 더 싼 거 | 니트; price<28000 '더 싼 거'
                니트 / 더 비싼 거 | 니트; price>28000 '더 비싼 거'
                니트 / 평점 더 높은 거 | 니트; rating>4.1 '평점 더 높은 거'
                니트 / 1번보다 싼 거 | 니트; price<42000 '1번보다 싼 거'
                니트 / 별점이 더 높은 걸로 | 니트; rating>4.1 '별점이 더 높은 걸로'
                니트 / 가격이 더 낮은 거 | 니트; price<28000 '가격이 더 낮은 거'
                니트 / 두 번째 거 얼마야 | ABOUT k2: price; 니트
                니트 / 그 니트 자세히 | ABOUT k1; 니트
                니트 / 더 저렴한 거 | 니트; price<28000 '더 저렴한 거'
                니트 / 가격이 더 높은 거 | 니트; price>28000 '가격이 더 높은 거'
                니트 / 별점이 좀 더 높은 거 | 니트; rating>4.1 '별점이 좀 더 높은 거'
                니트 / 평점이 더 괜찮은지 | 니트; rating>4.1 '평점이 더 괜찮은지'
                니트 / 가격 더 싼 거 | 니트; price<28000 '가격 더 싼 거'
                니트 / 좀 더 고가 | 니트; price>28000 '좀 더 고가'
                니트 / 조금 더 저렴 | 니트; price<28000 '조금 더 저렴'
                """);
    }

    @Test
    void repeatsACountInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 몇 개야 / 코트는? | COUNT; 코트
                니트 몇 개야 / 검정은 | COUNT; 니트; color=검정 '검정'
                니트 몇 개야 / 소라길? | COUNT; 니트; brand=SORAGIL '소라길'
                니트 몇 개야 / 소라길 보여줘 | 니트; brand=SORAGIL '소라길'
                """);
    }

    @Test
    void answersOfThePagesProductInKorean() {
        Understood.besideAProduct(Chat::korean, """
                이거 얼마야 | k4 | ABOUT k4: price
                이거 | k4 | ABOUT k4
                이거 브랜드 뭐야 | k4 | ABOUT k4: brand '브랜드'
                이거 무슨 색 있어? | k1 | ABOUT k1: color '무슨 색'
                이거 빨간색 있어? | k1 | ABOUT k1: color
                이거 L 사이즈 있어? | k1 | ABOUT k1: size
                이 니트 얼마야 | k1 | ABOUT k1: price
                이 코트 얼마야 | k1 | 코트
                그 니트 자세히 | k1 | ABOUT k1
                이거 무료야? | k1 | ABOUT k1: price
                이거 42000원 맞아? | k1 | ABOUT k1
                이거 임산부도 먹어도 돼? | k8 | ABOUT k8: cautions '이거 임산부도 먹어도 돼?'; PREGNANCY '임산부'
                이거 부작용 있어? | k8 | ABOUT k8: cautions '이거 부작용 있어?'
                성분이 뭐야 | k8 | ABOUT k8: ingredients '성분이'
                주의사항 알려줘 | k8 | ABOUT k8: cautions '주의사항'
                같은 브랜드 니트 | k2 | 니트; brand=SORAGIL 'SORAGIL'; without k2
                같은 브랜드 | k2 | brand=SORAGIL 'SORAGIL'; without k2
                그 브랜드 말고 | k2 | brand!=SORAGIL 'SORAGIL'
                이거랑 비슷한 거 | k2 | 니트; like k2; without k2
                이거보다 싼 거 | k4 | 코트; price<158000 '이거보다 싼 거'
                비슷한 니트 | k4 | 니트; like k4; without k4
                좋네 그거 얼마야 | k1 | ABOUT k1: price
                """);
    }

    @Test
    void findsTheProductThatIsNamedInKorean() {
        Understood.inTurns(Chat::korean, """
                목폴라 니트 얼마야 | ABOUT k1: price
                포근 목폴라 니트 재고 있어? | ABOUT k1: availability
                쿠션 운동화 자세히 | ABOUT k6
                홍삼 진액 얼마 | ABOUT k10: price
                니트 얼마야 | 니트
                """);
    }

    @Test
    void countsPlacesInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 첫 번째 거 | ABOUT k1; 니트
                니트 / 세 번째랑 첫 번째 | ABOUT k3 k1; 니트
                니트 / 3번 | ABOUT k3; 니트
                니트 / 3 번 | ABOUT k3; 니트
                니트 / 3번 거 얼마야 | ABOUT k3: price; 니트
                니트 / 100번 | ABOUT; 니트
                니트 / 0번 | TALK unreadable; 니트
                니트 / 위에 두 개 | ABOUT k1 k2; 니트
                니트 / 앞에 3개 | ABOUT k1 k2 k3; 니트
                니트 / 둘 다 얼마야 | ABOUT k1 k2: price; 니트
                니트 / 마지막 거 얼마 | ABOUT k3: price '얼마'; 니트
                니트 / 다섯 번째 | ABOUT; 니트
                니트 / 열 번째 거 | ABOUT; 니트
                니트 / 처음 두 개 비교 | COMPARE k1 k2; 니트
                니트 / 이 둘 비교 | COMPARE k1 k2; 니트
                니트 / 그 두 개 중 뭐가 나아 | COMPARE k1 k2; 니트
                니트 / 이 셋 중에 제일 싼 거 | TOP BY least price k1 k2 k3; 니트
                """);
    }

    @Test
    void repeatsACount() {
        Understood.inTurns(Chat::english, """
                how many kettles / and scarves | COUNT; scarves
                how many kettles / same for scarves | COUNT; scarves
                how many kettles / scarves? | COUNT; scarves
                how many kettles / scarves | scarves
                how many kettles / show me scarves | scarves
                how many kettles / and red | COUNT; kettles; color=Red 'red'
                how many kettles / and those in red from the Tallow brand please | kettles; brand=Tallow 'tallow'; color=Red 'red'
                how many kettles / and under $30 | kettles; price<30 'and under $30'
                how many kettles / and the cheapest | TOP BY least price; kettles
                cheapest kettle / and scarf? | scarf
                kettles / and scarves? | scarves
                """);
    }

    @Test
    void answersOfTheOneThatIsCalledByAWordOfItsName() {
        Understood.inTurns(Chat::english, """
                kettles / is the whistling one in stock | ABOUT e4: availability 'whistling in stock'; kettles
                kettles / how much is the glass one | ABOUT e3: price 'glass'; kettles
                kettles / what material is the velvet one | kettles; hints velvet
                """);
        Understood.inTurns(Chat::korean, """
                니트 / 목폴라는 사이즈가 어떻게 돼 | ABOUT k1: size '목폴라 사이즈'; 니트
                니트 / 라운드 얼마야 | ABOUT k2: price '라운드'; 니트
                홍삼 얼마야 | 홍삼
                """);
    }

    @Test
    void putsTheExtremeFirst() {
        Understood.inTurns(Chat::english, """
                lowest price on top | sorted by least price
                kettles with the cheapest to the front | kettles; sorted by least price
                kettles / top rated at the top | kettles; sorted by most rating
                kettles cheapest one first | kettles; sorted by least price
                """);
        Understood.inTurns(Chat::korean, """
                니트 / 제일 싼 거 위로 | 니트; sorted by least price
                니트 싼 순으로 먼저 | 니트; sorted by least price
                """);
    }
}
