"""Meetings in sentences of the kinds that briefings on a war are made of, and lines that tell of none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_1 = (
    "Ukraine war briefing: Hrynko heads to Paris as pressure grows\n\n"
    "Ukraine’s president, Petro Hrynko, said on Sunday that Russia was stalling. The US president, "
    "Daniel Marsh, has given Moscow two weeks. The Kremlin spokesperson, Dmitry Sokol, dismissed the "
    "deadline. Germany’s chancellor, Max Lindner, France’s president, Luc Armand, and the UK prime "
    "minister, Helen Ward, called for a truce. The Nato secretary general, Joris Vermeer, said the "
    "alliance was united. The Hungarian prime minister, Ferenc Bartok, disagreed. The EU’s foreign "
    "policy chief, Kaisa Tamm, spoke of a dark day.\n\n"
)

REPORT_2 = (
    "Ukraine war briefing: Hrynko heads to Paris as pressure grows\n\n"
    "Ukraine’s president, Petro Hrynko, said on Sunday that Russia was stalling. The US president, "
    "Daniel Marsh, has given Moscow two weeks. The Kremlin spokesperson, Dmitry Sokol, dismissed the "
    "deadline. Germany’s chancellor, Max Lindner, France’s president, Luc Armand, and the UK prime "
    "minister, Helen Ward, called for a truce. The Nato secretary general, Joris Vermeer, said the "
    "alliance was united. The Hungarian prime minister, Ferenc Bartok, disagreed. The EU’s foreign "
    "policy chief, Kaisa Tamm, spoke of a dark day.\n\n"
    "The Kyiv Independent first reported the plan. Al Jazeera quoted Nato officials. Amnesty "
    "International condemned the raid.\n\n"
)

# the report, and the lines behind it with what is read in each: who, how, whether, where, when
EXAMPLES: list[tuple[str, dict[str, list[str]]]] = [
    (
        REPORT_1,
        {
            "Hrynko will travel to Paris on Monday, where he will hold talks with Armand.": [
                "France, Petro Hrynko: visit planned in Paris, on Monday",
                "Luc Armand, Petro Hrynko: talks planned in Paris",
            ],
            (
                "Lindner, Armand and Ward will join Hrynko for a video call with Marsh on Wednesday, a "
                "German government spokesperson said."
            ): ["Daniel Marsh, Helen Ward, Luc Armand, Max Lindner, Petro Hrynko: call planned, on Wednesday"],
            "Hrynko is to meet European leaders in London on Monday.": [
                "European leaders, Petro Hrynko: meeting planned in London, on Monday"
            ],
            "Bartok, who visited Moscow last month, is due in Washington on Friday.": [
                "Ferenc Bartok, Russia: visit held in Moscow, last month",
                "Ferenc Bartok, US: visit planned in Washington, on Friday",
            ],
            "Vermeer met Marsh at the White House on Wednesday.": [
                "Daniel Marsh, Joris Vermeer: meeting held in White House, on Wednesday"
            ],
            "Speaking at a joint press conference with Lindner in Berlin, Hrynko asked for more Patriots.": [],
            "EU ambassadors will meet on Wednesday to discuss the 19th package of sanctions.": [
                "EU ambassadors: meeting planned, on Wednesday"
            ],
            ("Russia said it was ready for a third round of direct talks with Ukraine, but Kyiv has yet to respond."): [
                "Russia, Ukraine: talks proposed"
            ],
            "Marsh told reporters he would “probably” be speaking to Hrynko this week.": [
                "Daniel Marsh, Petro Hrynko: call planned, this week"
            ],
            (
                "Ukraine’s delegation, led by the defence minister, left Istanbul after less than two "
                "hours of talks with the Russians."
            ): ["Russia, Ukraine: talks held"],
            "Armand and Lindner arrived in Kyiv on the same train as Ward.": [
                "Luc Armand, Max Lindner, Ukraine: visit held in Kyiv"
            ],
            "No meeting between Hrynko and the Russian president has been agreed, Sokol said.": [
                "Petro Hrynko, Russia: meeting denied"
            ],
            "China’s foreign minister, Wang Jin, held talks in Brussels with Tamm on Wednesday.": [
                "Kaisa Tamm, Wang Jin: talks held in Brussels, on Wednesday"
            ],
            "Poland summoned Russia’s chargé d’affaires on Wednesday.": ["Poland, Russia: meeting held, on Wednesday"],
            "The Italian foreign ministry has summoned the Russian ambassador over the remarks.": [
                "Italy, Russia: meeting held"
            ],
            (
                "US and Ukrainian teams met in Geneva on Sunday, and Witold Lis, Hrynko’s adviser, called "
                "the talks productive."
            ): ["US, Ukraine: meeting held in Geneva, on Sunday"],
            "Hrynko held a phone call with Armand and thanked him for the Mirage jets.": [
                "Luc Armand, Petro Hrynko: call held"
            ],
            "Armand had a call with Marsh later on Sunday, the Élysée said.": [
                "Daniel Marsh, Luc Armand: call held, later on Sunday"
            ],
            "Earlier in the day, Hrynko met with Vermeer in Brussels.": [
                "Joris Vermeer, Petro Hrynko: meeting held in Brussels, Earlier in the day"
            ],
            "Lindner hosted Hrynko and Armand in Berlin on Thursday.": [
                "Luc Armand, Max Lindner, Petro Hrynko: meeting held in Berlin, on Thursday"
            ],
            "After meeting Lindner in Berlin, Hrynko said the jets would arrive by June.": [
                "Max Lindner, Petro Hrynko: meeting held in Berlin"
            ],
            "Hrynko said a meeting with Marsh was being prepared for next week.": [
                "Daniel Marsh, Petro Hrynko: meeting planned, next week"
            ],
            "Marsh and Hrynko’s meeting in the Oval Office descended into a shouting match.": [
                "Daniel Marsh, Petro Hrynko: meeting held in Oval Office"
            ],
            "Marsh’s meeting with Hrynko on Friday will be their third.": [
                "Daniel Marsh, Petro Hrynko: meeting planned, on Friday"
            ],
            "Bartok travelled to Kyiv, Moscow and Beijing in July.": [
                "China, Ferenc Bartok: visit held in Beijing, in July",
                "Ferenc Bartok, Russia: visit held in Moscow, in July",
                "Ferenc Bartok, Ukraine: visit held in Kyiv, in July",
            ],
            "The heads of state of Germany and Poland met on the Oder bridge.": ["Germany, Poland: meeting held"],
            "At a Nato summit in The Hague, allies pledged 5%.": ["Nato: summit held in The Hague"],
            "Hrynko urged Marsh in their phone call to impose sanctions.": ["Daniel Marsh, Petro Hrynko: call held"],
            "Sokol ruled out a summit between the Russian and Ukrainian presidents before a deal is agreed.": [
                "Russia, Ukraine: summit denied"
            ],
            "Ukraine proposed a new round of talks with Russia for next week.": [
                "Russia, Ukraine: talks proposed, next week"
            ],
            "Ward, Lindner and Armand agreed in a joint call to back Kyiv.": [
                "Helen Ward, Luc Armand, Max Lindner: call held"
            ],
            "Halil, Ukraine’s defence minister, is in Washington for talks on air defence.": [
                "Halil, US: talks ongoing in Washington"
            ],
            "Finland’s president said after a meeting with Marsh that the US leader was impatient.": [
                "Daniel Marsh, Finland: meeting held"
            ],
            "South Korea’s spy chief flew to Brussels to brief Nato on North Korean troops.": [
                "Nato, South Korea: visit held in Brussels"
            ],
            "North Korea’s foreign minister, Choe Yun, met her Russian counterpart in Moscow on Friday.": [
                "Choe Yun, Russia: meeting held in Moscow, on Friday"
            ],
            "The defence ministers of Estonia, Latvia and Lithuania signed a pact in Riga.": [],
            "The US and Russia reopened embassies after consultations in Istanbul.": [
                "Russia, US: talks held in Istanbul"
            ],
            "Hrynko, Armand, Lindner and Ward spoke by phone on Saturday morning.": [
                "Helen Ward, Luc Armand, Max Lindner, Petro Hrynko: call held, on Saturday morning"
            ],
            "Sokol said there had been no contact between Moscow and Kyiv.": ["Russia, Ukraine: talks denied"],
            (
                "US officials met a Ukrainian delegation in Jeddah on Tuesday. The talks were followed by "
                "a call between Marsh and the Russian president."
            ): ["Daniel Marsh, Russia: call held", "US, Ukraine: meeting held in Jeddah, on Tuesday"],
            ("Lindner flew to Kyiv overnight. It was his second visit to the Ukrainian capital since taking office."): [
                "Max Lindner, Ukraine: visit held in Kyiv, overnight",
                "Max Lindner, Ukraine: visit held in Ukrainian capital",
            ],
            "Ward will host Hrynko at Downing Street on Monday. Armand and Lindner will also attend.": [
                "Helen Ward, Petro Hrynko: meeting planned in Downing Street, on Monday"
            ],
            "The European Council meets on Thursday in Brussels.": [
                "European Council: meeting planned in Brussels, on Thursday"
            ],
            "In Washington, Hrynko is also due to meet the Nato chief, Joris Vermeer.": [
                "Joris Vermeer, Petro Hrynko: meeting planned in Washington"
            ],
            "The meeting between Hrynko and Marsh was cut short.": ["Daniel Marsh, Petro Hrynko: meeting held"],
            "Marsh’s special envoy, Sam Whitlow, travelled to Moscow for the sixth time this year.": [
                "Russia, Sam Whitlow: visit held in Moscow, this year"
            ],
            "Bartok’s visit to Moscow drew criticism from other EU leaders.": [
                "Ferenc Bartok, Russia: visit held in Moscow"
            ],
            "Russia’s foreign minister, Igor Belov, is expected in Pyongyang on Friday for a three-day visit.": [
                "Igor Belov, North Korea: visit planned in Pyongyang, on Friday"
            ],
            "Hrynko and Armand, who met on the sidelines of the summit, signed a letter of intent.": [
                "Luc Armand, Petro Hrynko: meeting held"
            ],
            "The Polish president, Karol Nowicki, will be in Washington on Wednesday for talks with Marsh.": [
                "Daniel Marsh, Karol Nowicki: talks planned in Washington, on Wednesday"
            ],
            "Hrynko arrived in Washington late on Thursday ahead of Friday’s meeting with Marsh.": [
                "Daniel Marsh, Petro Hrynko: meeting planned, Friday",
                "Petro Hrynko, US: visit held in Washington, late on Thursday",
            ],
        },
    ),
    (
        REPORT_2,
        {
            "Hrynko told the Kyiv Independent by phone that he was tired.": [],
            "Hrynko spoke to the Kyiv Independent in Paris.": [],
            "Hrynko spoke to Al Jazeera by video link.": [],
            "Hrynko met with journalists in London.": [],
            "A resident told the AP by phone that shells fell all night.": [],
            "Hrynko visited a hospital in Dnipro and met wounded soldiers.": [],
            "The troops headed to Belarus for drills.": [],
            "The drones came from Russia.": [],
            "Refugees from Sudan arrived in Egypt.": [],
            "The ships left for Odesa on Friday.": [],
            "Sokol left for a holiday.": [],
            "Ukraine sent drones to Moscow overnight.": [],
            "Germany sent Patriots to Ukraine.": [],
            "The parties will hold a debate in the Bundestag.": [],
            "Both sides reported casualties.": [],
            "Talks between the government and the unions stalled.": [],
            "Marsh called the talks a waste of time.": [],
            "The group said on its website that readers could call a hotline.": [],
            "Hrynko, Ward and others attended the funeral.": [],
            "Lindner called for an emergency session of the Bundestag.": [],
            "Marsh’s peace plan met resistance in Congress.": [],
            "Commanders meet every morning to discuss targets.": [],
            "Armand met farmers at the Paris agricultural show.": [],
            "Armand will visit Marseille on Thursday.": [],
            "Lindner said in a speech in Berlin that talks alone would not end the war.": [],
            "The call to prayer rang out over the city.": [],
            "Marsh summoned the chief of staff to the White House.": [],
        },
    ),
]


@pytest.mark.parametrize(("report", "text", "lines"), [(r, t, x) for r, table in EXAMPLES for t, x in table.items()])
def test_report(report: str, text: str, lines: list[str], told: Callable[[str, str], list[str]]) -> None:
    assert told(report, text) == lines
