package ai.adcio.understanding;

import org.junit.jupiter.api.Test;

/** Numbers with a unit, in a shop that records some. */
class MeasureWordingTest {
    @Test
    void bindsTheFieldThatHasTheUnit() {
        Understood.inTurns(Chat::gadgets, """
                power banks at least 10000 mAh | power banks; battery>=10000 'at least 10000 mah'
                power banks with 10000mAh | power banks; battery>=10000<=10000 '10000mah'
                power banks 10000 mAh or more | power banks; battery>=10000 '10000 mah or more'
                power banks under 10000mAh | power banks; battery<10000 'under 10000mah'
                power banks over 10000 mAh | power banks; battery>10000 'over 10000 mah'
                power banks up to 10000 mAh | power banks; battery<=10000 'up to 10000 mah'
                power banks 5000-10000 mAh | power banks; battery>=5000<=10000 '5000-10000 mah'
                power banks please at least 10000 mah | power banks; battery>=10000 'at least 10000 mah'
                power banks 10000mah 이상 | power banks; battery>=10000 '10000mah 이상'
                10000mah 이하 power bank | power bank; battery<=10000 '10000mah 이하'
                black power banks / at least 10000 mAh | power banks; color=Black 'black'; battery>=10000 'at least 10000 mah'
                power banks 10000mah under $30 | power banks; price<30 'under $30'; battery>=10000<=10000 '10000mah'
                """);
    }

    @Test
    void takesEveryFieldWithTheUnitUnlessOneIsNamed() {
        Understood.inTurns(Chat::gadgets, """
                laptops with 16 GB | laptops; capacity>=16<=16 or memory=16 GB '16 gb'
                laptops with at least 12 gb | laptops; capacity>=12 or memory=16 GB 'with at least 12 gb'
                laptops over 8 gb | laptops; capacity>8 or memory=16 GB 'over 8 gb'
                laptops under 16 gb | laptops; capacity<16 or memory=8 GB 'under 16 gb'
                laptops up to 16 gb | laptops; capacity<=16 or memory=16 GB/8 GB 'up to 16 gb'
                laptops 8-16 gb | laptops; capacity>=8<=16 or memory=16 GB/8 GB '8-16 gb'
                laptops with at least 1 gb of capacity | laptops; capacity>=1 'with at least 1 gb'
                laptops with at least 256 GB capacity | laptops; capacity>=256 'with at least 256 gb'
                """);
    }

    @Test
    void setsAsideWhatIsMeasuredNowhere() {
        Understood.inTurns(Chat::gadgets, """
                laptops at least 32 liters | laptops; aside 'at least 32 liters'
                lamps at least 20 watts | lamps; aside 'at least 20 watts'
                maximum 12 watt lamps | lamps; aside 'maximum 12 watt'
                lamps 12 watts max | lamps; aside '12 watts max'
                """);
    }

    @Test
    void takesMoneyForNoMeasure() {
        Understood.inTurns(Chat::gadgets, """
                $16 gb laptops | laptops; price<=16 '$16'
                laptops from 500 to 700 | laptops; price>=500<=700 'from 500 to 700'
                """);
    }
}
