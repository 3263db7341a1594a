package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** Ordinary sentences whose words elsewhere mean talk, service, or the other side of a bound. */
class OrdinaryWordingTest {
    @Test
    void namesProductsWithWordsOfTalk() {
        Understood.inTurns(Chat::english, """
                a kettle for my homework | kettle; hints my homework
                show me the instructions for the kettle | kettle
                ignore the price, kettles please | kettles
                reset kettle | kettle
                all kettles that cost $30 | kettles; price<=30 'cost $30'
                every kettle costs too much | kettle
                """);
    }

    @Test
    void deniesTheBoundAndKeepsTheKind() {
        Understood.inTurns(Chat::english, """
                any kettles that cost less than $30 | kettles; price<30 'that cost less than $30'
                take out everything over $30 | price<=30 'take out everything over $30'
                no kettles over $30 | kettles; price<=30 'no kettles over $30'
                i don't want any kettles over $30 | kettles; price<=30 'don't want any kettles over $30'
                no red kettles over $30 | kettles; color=Red 'red'; price<=30 'no red kettles over $30'
                are there no kettles under $30? | kettles; price<30 'under $30'
                kettles / hide the red ones | kettles; color!=Red 'red'
                no oak chairs | chairs (categories=Garden Chairs or title=chair); title!=oak 'oak'
                """);
    }

    @Test
    void leavesOutProductsOfTheList() {
        Understood.inTurns(Chat::english, """
                kettles / not the second one | kettles; without e2
                kettles / not the second but the third one | ABOUT e3; kettles
                """);
    }

    @Test
    void readsNumbersHoweverTheyAreWritten() {
        Understood.inTurns(Chat::english, """
                kettles / cheaper than 30 | kettles; price<30 'cheaper than 30'
                kettles / cheaper than the second one | kettles; price<25 'cheaper than the second one'
                kettles / 20-30 | kettles; price>=20<=30 '20-30'
                kettles around 30ish | kettles; price>=24<=36 'around 30ish'
                kettles / nothin over 30 | kettles; price<=30 'nothin over 30'
                kettles fourty dollars | kettles; price<=40 'fourty dollars'
                kettles with at least 100 reviews | kettles; ratingCount>=100 'with at least 100 reviews'
                kettles 100+ reviews | kettles; ratingCount>=100 '100+ reviews'
                kettles at least 4.5 reviews | kettles; rating>=4.5 'at least 4.5 reviews'
                """);
    }

    @Test
    void addsToWhatWasWantedBefore() {
        Understood.inTurns(Chat::english, """
                kettles / and scarves too | kettles / scarves (categories=Kettles or title=kettle or categories=Scarves or title=scarf)
                kettles red / or clear | kettles; color=Red/Clear 'red / clear'
                kettles red / and in clear too | kettles; color=Red/Clear 'red / clear'
                Tallow kettles / plus Brindle | kettles; brand=Tallow/Brindle 'tallow / brindle'
                kettles / doesn't have to be Brindle | kettles
                red kettles / it doesn't have to be red | kettles
                """);
    }

    @Test
    void showsTheCheapestFirstToWhoeverWantsThemCheap() {
        Understood.inTurns(Chat::english, """
                cheap kettles | kettles; sorted by least price
                cheap whistling kettles | kettles; words whistling
                """);
    }

    @Test
    void asksTheShopBesideAProduct() {
        Understood.inTurns(Chat::english, """
                can I return a kettle | SHOP returns
                kettles with free returns | kettles; aside 'free returns'
                do you deliver kettles to france | SHOP delivery
                """);
    }

    @Test
    void asksOfTheProductSpokenOf() {
        Understood.inTurns(Chat::english, """
                kettles / what material is the second one | ABOUT e2 'material'; kettles
                kettles / add 2 of the second one | CART e2 x2; kettles
                kettles / tell me about the second / is it dishwasher safe | ABOUT e2 'is it dishwasher safe'; kettles
                kettles / tell me about the second / does it come with a lid | ABOUT e2 'lid'; kettles
                kettles / tell me about the second / how many reviews does it have | ABOUT e2: rating ratingCount 'reviews'; kettles
                """);
    }

    @Test
    void namesProductsWithWordsOfTalkInKorean() {
        Understood.inTurns(Chat::korean, """
                숙제할 때 입을 니트 | 니트; hints 숙제
                변호사 친구 선물 니트 | 니트; hints 변호사
                """);
    }

    @Test
    void readsPartsOfTenThousands() {
        Understood.inTurns(Chat::korean, """
                니트 3만원 초반 | 니트; price>=30000<34000 '3만원 초반'
                니트 3만원 후반 | 니트; price>=36000<40000 '3만원 후반'
                니트 3만원대 중반 | 니트; price>=33000<37000 '3만원대 중반'
                니트 12만원 후반 | 니트; price>=126000<130000 '12만원 후반'
                3만원 넘는 니트는 빼줘 | 니트; price<=30000 '3만원 넘는 니트는 빼줘'
                니트 3만원 이하 / 3만원 넘어도 괜찮아 | 니트
                3만원 이하 말고 10만원 이하로 니트 | 니트; price<=100000 '10만원 이하로'
                리뷰 100개 이상인 니트 | 니트; ratingCount>=100 '리뷰 100개 이상인'
                """);
    }

    @Test
    void deniesTheSortAndKeepsTheKind() {
        Understood.inTurns(Chat::korean, """
                빨간 니트 말고 | 니트; color!=빨강 '빨간'
                니트 / 빨강은 됐어 | 니트; color!=빨강 '빨강'
                예약상품 말고 니트 | 니트; availability!=PreOrder '예약상품'
                할인 안 하는 니트 | 니트; aside '할인'
                여자 말고 남자 니트 | 니트; gender=남성/남녀공용 '남자'; gender!=여성 '여자'
                꿀 없는 영양제 | 영양제; title!=꿀 '꿀'
                """);
    }

    @Test
    void addsAndLiftsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 빨강 / 검정도 추가 | 니트; color=빨강/검정 '빨강 / 검정'
                니트 빨강 / 빨강 아니어도 돼 | 니트
                """);
    }

    @Test
    void speaksOfTheListInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 / 두 번째 거 빼고 | 니트; without k2
                니트 / 두 번째 거 두 개 담아줘 | CART k2 x2; 니트
                니트 / 그거 말고 | 니트; without k1 k2 k3
                니트 / 1번이랑 2번 뭐가 더 싸 | COMPARE k1 k2 by least price; 니트
                """);
    }

    @Test
    void asksTheShopAndSortsInKorean() {
        Understood.inTurns(Chat::korean, """
                니트 반품 되나요 | SHOP returns
                무료배송 니트 | 니트; aside '무료배송'
                싼 니트 | 니트; sorted by least price
                니트 최신순으로 | 니트; aside '최신순'
                니트 / 별점 순으로 정렬해줘 | 니트; sorted by most rating
                알레르기가 있는데요 생선이요 | ALLERGY '생선'
                """);
    }

    @Test
    void setsAsideThatNothingShallBeReduced() {
        Understood.inTurns(Chat::english, """
                kettles for sale | kettles
                kettles / not on sale please | kettles; aside 'on sale'
                """);
        Understood.inTurns(Chat::korean, """
                니트 / 세일 안 하는 걸로 | 니트; aside '세일'
                세일하는 니트 / 세일 아니어도 돼 | 니트
                세일하는 니트 / 세일 말고 | 니트
                """);
    }
}
