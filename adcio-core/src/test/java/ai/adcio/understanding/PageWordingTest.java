package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** What shoppers want of the page and of the way through the shop. */
class PageWordingTest {
    @Test
    void goesToPlaces() {
        Understood.inTurns(Chat::english, """
                take me to my cart | GO CART
                cart | GO CART
                my cart please | GO CART
                show me my cart | GO CART
                go back to my cart | GO CART
                home | GO HOME
                take me home | GO HOME
                go to checkout | GO CHECKOUT
                account | GO ACCOUNT
                my orders | GO ORDERS
                order history | GO ORDERS
                take me to the orders page | GO ORDERS
                take me to the kettles | GO CATEGORY Kettles
                go to the boots section | GO CATEGORY Boots
                go to the watering cans | watering cans
                scarves for my home | scarves
                go back home | GO HOME
                """);
    }

    @Test
    void opensAProduct() {
        Understood.inTurns(Chat::english, """
                kettles / open the second one | GO PRODUCT e2; kettles
                kettles / take me to the first | GO PRODUCT e1; kettles
                kettles / open it | GO PRODUCT e1; kettles
                kettles / add the second to my cart | CART e2; kettles
                kettles / add the ninth to my cart | ABOUT; kettles
                add to cart | TALK unreadable
                """);
    }

    @Test
    void opensThePagesProduct() {
        Understood.besideAProduct(Chat::english, """
                open this | e3 | GO PRODUCT e3
                take me to this product | e3 | GO PRODUCT e3
                open it | e3 | GO PRODUCT e3
                add this to my cart | e3 | CART e3
                add to cart | e3 | CART e3
                put this in my cart | e3 | CART e3
                """);
    }

    @Test
    void showsLessOfThePage() {
        Understood.besideAList(Chat::english, """
                hide everything over $30 on this page | e1 e2 | FILTER price<=30
                hide everything over $30 | e1 e2 | FILTER price<=30
                hide everything under 20 on this page | e1 e2 | FILTER price>=20
                hide what costs between 20 and 30 on this page | e1 e2 | FILTER price<20 or price>30
                hide red on this page | e1 e2 | FILTER color!=Red
                hide Tallow on this page | e1 e2 | FILTER brand!=Tallow
                hide sold out on this page | e1 e2 | FILTER availability=InStock
                show only red on this page | e1 e2 | FILTER color=Red
                only Tallow on this page | e1 e2 | FILTER brand=Tallow
                only under $30 on this page | e1 e2 | FILTER price<30
                filter by red on this page | e1 e2 | FILTER color=Red
                sort this page by price | e1 e2 | SORT BY least price
                cheapest first on this page | e1 e2 | SORT BY least price
                only red | e1 e2 | color=Red 'red'
                """);
    }

    @Test
    void goesToPlacesInKorean() {
        Understood.inTurns(Chat::korean, """
                장바구니 | GO CART
                장바구니 보여줘 | GO CART
                니트 / 2번 장바구니에 담아줘 | CART k2; 니트
                홈으로 가줘 | GO HOME
                결제 페이지로 가줘 | GO CHECKOUT
                주문 내역 | GO ORDERS
                마이페이지 | GO ACCOUNT
                니트 카테고리로 가줘 | GO CATEGORY 니트
                니트 / 1번 열어줘 | GO PRODUCT k1; 니트
                니트 / 그거 열어줘 | GO PRODUCT k1; 니트
                """);
    }

    @Test
    void showsLessOfThePageInKorean() {
        Understood.besideAList(Chat::korean, """
                여기 보이는 것 중 검정만 | k1 k2 k3 | FILTER color=검정
                화면에서 가격순으로 | k1 k2 k3 | SORT BY least price
                화면에 몇 개 있어 | k1 k2 k3 | COUNT k1 k2 k3
                """);
    }

    @Test
    void opensTheOneThatThePriceTells() {
        Understood.besideAList(Chat::english, """
                open the cheaper of the two | e1 e2 | GO PRODUCT e2
                open the dearer of these | e1 e2 | GO PRODUCT e1
                open the most expensive of these | e1 e2 | GO PRODUCT e1
                go to the cheapest of these two | e3 e2 | GO PRODUCT e3
                """);
        Understood.inTurns(Chat::english, """
                kettles / open the cheaper of these | GO PRODUCT e3; kettles
                kettles / take me to the most expensive of these | GO PRODUCT e1; kettles
                kettles / go to the cheaper of the first two | GO PRODUCT e2; kettles
                kettles / open the cheapest | TOP BY least price; kettles
                """);
        Understood.besideAList(Chat::korean, """
                이 중에 제일 싼 거 열어줘 | k1 k2 | GO PRODUCT k2
                이 둘 중 더 비싼 거 열어줘 | k1 k2 | GO PRODUCT k1
                """);
        Understood.inTurns(Chat::korean, """
                니트 / 둘 중에 싼 걸로 가줘 | GO PRODUCT k3; 니트
                """);
    }

    @Test
    void filtersThePageByKinds() {
        Understood.besideAList(Chat::english, """
                only kettles on this page | e1 e5 e10 | FILTER categories=Kettles or title=kettle
                on this page only kettles under $30 | e1 e2 e5 | FILTER categories=Kettles or title=kettle and price<30
                only boots and kettles here on the page | e1 e5 e10 | FILTER categories=Boots/Kettles or title=boot/kettle
                hide the kettles on this page | e1 e5 | FILTER categories!=Kettles
                on this page hide the kettles over $30 | e1 e2 | FILTER categories=Kettles or title=kettle and price<=30
                """);
        Understood.besideAList(Chat::korean, """
                이 화면에서 니트만 | k1 k4 | FILTER categories=니트 or title=니트
                이 페이지에서 니트만 3만원 이하로 | k1 k2 | FILTER categories=니트 or title=니트 and price<=30000
                """);
    }

    @Test
    void takesABareGoForAWayOnlyBeforeAPlace() {
        Understood.inTurns(Chat::english, """
                go to cart | GO CART
                just go to the basket | GO CART
                go with the kettle | kettle
                """);
    }

    @Test
    void putsAsManyInTheCartAsAreSaid() {
        Understood.inTurns(Chat::english, """
                kettles / add two of the second to my cart | CART e2 x2; kettles
                kettles / add 3 of the second to my cart | CART e2 x3; kettles
                kettles / add three of the second one to my cart | CART e2 x3; kettles
                kettles / add four of the first to my cart | CART e1 x4; kettles
                kettles / add 99 of the first to my cart | CART e1 x99; kettles
                kettles / add 100 of the first to my cart | CART e1; kettles
                kettles / add 1 of the first to my cart | CART e1; kettles
                kettles / add number 2 to my cart | CART e2; kettles
                kettles / add #2 to my cart 3 times | CART e2 x3; kettles
                kettles / add the 2nd to my cart | CART e2; kettles
                """);
        Understood.besideAProduct(Chat::english, """
                put 5 of this in my cart | e3 | CART e3 x5
                add this to my cart 3 times | e3 | CART e3 x3
                add this to my cart for $5 | e3 | CART e3
                """);
        Understood.besideAProduct(Chat::korean, """
                두 개 담아줘 | k1 | CART k1 x2
                3개 담아줘 | k1 | CART k1 x3
                """);
        Understood.inTurns(Chat::korean, """
                니트 / 2번 두 개 담아줘 | CART k2 x2; 니트
                니트 / 2번 3개 장바구니에 담아줘 | CART k2 x3; 니트
                """);
    }

    @Test
    void showsLessOfAPageByWhatIsOnSaleOrSoldOut() {
        Understood.besideAList(Chat::english, """
                only those on sale | e1 e2 | FILTER has listPrice
                hide sold out here | e1 e2 | FILTER availability=InStock
                only the red ones | e1 e2 | FILTER color=Red
                just the red ones | e1 e2 | FILTER color=Red
                only those under $30 | e1 e2 | FILTER price<30
                kettles / only the ones under 30 | e1 e2 | kettles; price<30 'under 30'
                filter the list | e1 e2 | TALK unreadable
                hide the list | e1 e2 | TALK unreadable
                """);
    }

    @Test
    void opensNothingThatIsOnlyNamedInKorean() {
        Understood.inTurns(Chat::korean, """
                니트로 가자 | 니트
                니트 / 코트로 가자 | 코트
                """);
    }

    @Test
    void choosesByPriceAmongWhatHasOne() {
        Understood.besideAList(Chat::drinks, """
                open the cheapest of these | d23 d5 d4 | GO PRODUCT d4
                open the dearer of these | d23 d4 d5 | GO PRODUCT d5
                """);
    }
}
