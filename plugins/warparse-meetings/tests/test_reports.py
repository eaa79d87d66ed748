"""Meetings in sentences of the kinds that reports of the war in Ukraine are made of, each behind its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_1 = (
    "Ceasefire effort gathers pace\n\n"
    "Russian President Viktor Orlov and his Ukrainian counterpart, Petro Hrynko, traded accusations on "
    "Monday. U.S. President Daniel Marsh urged both to stop. Ukraine’s foreign minister, Olena Kovach, "
    "was in Kyiv. Russian Foreign Minister Igor Belov and U.S. Secretary of State Carl Hodge made no "
    "comment. Turkish President Kemal Arslan said Ankara was ready to help.\n\n"
)

REPORT_2 = (
    "Kremlin says no deal yet on truce\n\n"
    "MOSCOW (Reuters) - Russian President Viktor Orlov has not decided whether to accept a ceasefire, "
    "the Kremlin said on Tuesday. Ukrainian President Petro Hrynko called the delay a trick. U.S. "
    "President Daniel Marsh said he was disappointed.\n\n"
    "Russian foreign policy aide Yuri Lapin and U.S. special envoy Sam Whitlow declined to comment. "
    "British Prime Minister Helen Ward and French President Luc Armand backed Kyiv.\n\n"
)

# the report, and the lines behind it with what is read in each: who, how, whether, where, when
EXAMPLES: list[tuple[str, dict[str, list[str]]]] = [
    (
        REPORT_1,
        {
            "Hrynko meets Arslan in Istanbul, vows to fight on.": [
                "Kemal Arslan, Petro Hrynko: meeting held in Istanbul"
            ],
            "Kovach met Hodge on Friday and Belov on Saturday.": [
                "Carl Hodge, Olena Kovach: meeting held, on Friday",
                "Igor Belov, Olena Kovach: meeting held, on Saturday",
            ],
            "Marsh spoke by phone with Orlov on Monday and with Hrynko a day later.": [
                "Daniel Marsh, Petro Hrynko: call held, a day later",
                "Daniel Marsh, Viktor Orlov: call held, on Monday",
            ],
            "Hodge will visit Warsaw on Tuesday, Vilnius on Wednesday and Helsinki on Thursday.": [
                "Carl Hodge, Finland: visit planned in Helsinki, on Thursday",
                "Carl Hodge, Lithuania: visit planned in Vilnius, on Wednesday",
                "Carl Hodge, Poland: visit planned in Warsaw, on Tuesday",
            ],
            "A second round of talks between the two sides is expected next week in Istanbul.": [
                "Russia, Ukraine: talks planned in Istanbul, next week"
            ],
            "Negotiators from both countries are due to meet again on Thursday.": [
                "Russia, Ukraine: meeting planned, on Thursday"
            ],
            "Delegations from Moscow and Kyiv arrived in Istanbul on Thursday for peace talks.": [
                "Russia, Ukraine: talks held in Istanbul, on Thursday"
            ],
            "Orlov said he was ready to meet Hrynko, but only in Moscow.": [
                "Petro Hrynko, Viktor Orlov: meeting proposed in Moscow"
            ],
            "Hrynko said Ukraine was ready for direct talks with Russia.": ["Russia, Ukraine: talks proposed"],
            "The Kremlin said there were no plans for a meeting between Orlov and Marsh.": [
                "Daniel Marsh, Viktor Orlov: meeting denied"
            ],
            "Marsh said a three-way meeting with Orlov and Hrynko could happen within weeks.": [
                "Daniel Marsh, Petro Hrynko, Viktor Orlov: meeting proposed, within weeks"
            ],
            "Kyiv has called for a leaders’ summit with Moscow.": ["Russia, Ukraine: summit proposed"],
            "Arslan has offered to host a meeting between Orlov and Hrynko in Istanbul.": [
                "Petro Hrynko, Viktor Orlov: meeting proposed in Istanbul"
            ],
            "Hodge travelled to Kyiv on Wednesday for talks with Hrynko and Kovach.": [
                "Carl Hodge, Olena Kovach, Petro Hrynko: talks held in Kyiv, on Wednesday"
            ],
            "Belov is due in Beijing on Thursday.": ["China, Igor Belov: visit planned in Beijing, on Thursday"],
            "Marsh is scheduled to arrive in Riyadh on Tuesday on the first stop of a Gulf tour.": [
                "Daniel Marsh, Saudi Arabia: visit planned in Riyadh, on Tuesday"
            ],
            "Hrynko arrived in The Hague for a NATO summit.": ["NATO, Petro Hrynko: summit held in The Hague"],
            "Kovach, on a visit to Oslo, said air defence came first.": ["Norway, Olena Kovach: visit held in Oslo"],
            "During a visit to Kyiv, Hodge promised more aid.": ["Carl Hodge, Ukraine: visit held in Kyiv"],
            "Speaking after talks with Hodge in Geneva, Belov said progress had been made.": [
                "Carl Hodge, Igor Belov: talks held in Geneva"
            ],
            "Following a call with Marsh, Hrynko wrote on X that he was grateful.": [
                "Daniel Marsh, Petro Hrynko: call held"
            ],
            "Orlov hosted Arslan at the Kremlin on Friday.": [
                "Kemal Arslan, Viktor Orlov: meeting held in Kremlin, on Friday"
            ],
            "Marsh welcomed Hrynko to the White House on Friday.": [
                "Daniel Marsh, Petro Hrynko: meeting held in White House, on Friday"
            ],
            "Poland’s foreign ministry summoned the Russian charge d’affaires over the drones.": [
                "Poland, Russia: meeting held"
            ],
            "In a phone call on Thursday, Orlov told Arslan that the war would go on.": [
                "Kemal Arslan, Viktor Orlov: call held, on Thursday"
            ],
            "Orlov told Arslan in a phone call on Thursday that the war would go on.": [
                "Kemal Arslan, Viktor Orlov: call held, on Thursday"
            ],
            "Kovach said she had discussed the attack with Polish foreign minister Adam Wilk.": [
                "Adam Wilk, Olena Kovach: talks held"
            ],
            "“I had a long call with President Marsh,” Hrynko said.": ["Daniel Marsh, Petro Hrynko: call held"],
            "“I will be meeting President Orlov in Alaska on Friday,” Marsh told reporters.": [
                "Daniel Marsh, Viktor Orlov: meeting planned in Alaska, on Friday"
            ],
            "The leaders of France, Germany, Britain and Poland travelled to Kyiv in May.": [
                "France, Germany, Poland, UK, Ukraine: visit held in Kyiv, in May"
            ],
            "Saudi Arabia hosted talks between U.S. and Russian officials in Jeddah on Tuesday.": [
                "Russia, US: talks held in Jeddah, on Tuesday"
            ],
            "U.S. and Ukrainian officials met in Geneva on Sunday to discuss a 28-point plan.": [
                "US, Ukraine: meeting held in Geneva, on Sunday"
            ],
            "Kovach and her Polish and Lithuanian counterparts will hold talks in Lviv.": [
                "Lithuania, Olena Kovach, Poland: talks planned in Lviv"
            ],
            "Orlov, Arslan and Iranian President Reza Karimi will hold a trilateral summit in Tehran.": [
                "Kemal Arslan, Reza Karimi, Viktor Orlov: summit planned in Tehran"
            ],
            "Belov and Hodge spoke by telephone on Sunday, the State Department said.": [
                "Carl Hodge, Igor Belov: call held, on Sunday"
            ],
            "A planned visit by Hodge to Moscow was postponed indefinitely.": [
                "Carl Hodge, Russia: visit postponed in Moscow"
            ],
            "Marsh cancelled a summit with Orlov in Budapest last month.": [
                "Daniel Marsh, Viktor Orlov: summit cancelled in Budapest, last month"
            ],
            "Talks between Hodge and Belov, scheduled for Friday, have been pushed back.": [
                "Carl Hodge, Igor Belov: talks postponed, Friday"
            ],
            "Marsh said he had no intention of meeting Orlov.": ["Daniel Marsh, Viktor Orlov: meeting denied"],
            "Technical teams from Russia and Ukraine will meet behind closed doors in Minsk.": [
                "Russia, Ukraine: meeting planned in Minsk"
            ],
            "Kyiv and Moscow have not held direct talks since July.": ["Russia, Ukraine: talks denied, since July"],
            "Belov said that he and Hodge had agreed to meet in Abu Dhabi in two weeks.": [
                "Carl Hodge, Igor Belov: meeting planned in Abu Dhabi, in two weeks"
            ],
        },
    ),
    (
        REPORT_2,
        {
            "Whitlow met Orlov for four hours in Moscow last week.": [
                "Sam Whitlow, Viktor Orlov: meeting held in Moscow, last week"
            ],
            "Orlov and Marsh last spoke by phone on March 18.": ["Daniel Marsh, Viktor Orlov: call held, on March 18"],
            "A Russian delegation will travel to Washington this week for consultations.": [
                "Russia, US: talks planned in Washington, this week"
            ],
            (
                "Kremlin spokesman Dmitry Sokol told reporters that a call between Orlov and Marsh could "
                "be arranged at short notice."
            ): ["Daniel Marsh, Viktor Orlov: call proposed"],
            "Sokol said Orlov had no plans to speak to Marsh this week.": [
                "Daniel Marsh, Viktor Orlov: call denied, this week"
            ],
            "Hrynko, who is due to meet Ward in London on Friday, said Kyiv needed missiles.": [
                "Helen Ward, Petro Hrynko: meeting planned in London, on Friday"
            ],
            "European leaders spoke with Marsh on a conference call on Sunday night.": [
                "Daniel Marsh, European leaders: call held, on Sunday night"
            ],
            "Ukrainian and American negotiators concluded two days of talks in Florida on Sunday.": [
                "US, Ukraine: talks held in Florida, on Sunday"
            ],
            "Hrynko said his team would meet U.S. officials again in Miami on Friday.": [
                "US, Ukraine: meeting planned in Miami, on Friday"
            ],
            "Moscow has repeatedly rejected a meeting between Orlov and Hrynko.": [
                "Petro Hrynko, Viktor Orlov: meeting denied"
            ],
            "Ward phoned Marsh on Saturday to press him on sanctions.": [
                "Daniel Marsh, Helen Ward: call held, on Saturday"
            ],
            "“I’ll be speaking to President Orlov on Tuesday,” Marsh told reporters aboard Air Force One.": [
                "Daniel Marsh, Viktor Orlov: call planned, on Tuesday"
            ],
            "Marsh’s phone call with Orlov lasted more than two hours.": ["Daniel Marsh, Viktor Orlov: call held"],
            ("The last face-to-face meeting between Russian and Ukrainian officials took place in Istanbul in July."): [
                "Russia, Ukraine: meeting held in Istanbul, in July"
            ],
            "Ukraine’s top negotiator, Rustam Halil, flew to Istanbul on Tuesday to discuss prisoner exchanges.": [
                "Rustam Halil, Turkey: visit held in Istanbul, on Tuesday"
            ],
            "The Ukrainian president will head to Berlin on Monday for a meeting with European leaders.": [
                "European leaders, Petro Hrynko: meeting planned in Berlin, on Monday"
            ],
            "Hrynko is in Washington to meet Marsh and members of Congress.": [
                "Daniel Marsh, Petro Hrynko: visit ongoing in Washington"
            ],
            (
                "Russia and Ukraine held their first direct peace talks in more than three years in Istanbul on May 16."
            ): ["Russia, Ukraine: talks held in Istanbul, on May 16"],
            "Orlov told Whitlow during their meeting in the Kremlin that he would not give up Donbas.": [
                "Sam Whitlow, Viktor Orlov: meeting held in Kremlin"
            ],
            (
                "Turkey’s foreign minister said Ankara stood ready to host the next round of negotiations "
                "between Moscow and Kyiv."
            ): ["Russia, Ukraine: talks proposed"],
            (
                "Chinese President Liu Wen held a phone call with Orlov on Wednesday, state news agency "
                "Xinhua reported."
            ): ["Liu Wen, Viktor Orlov: call held, on Wednesday"],
            (
                "Lapin and his Chinese counterpart Wang Jin held the 20th round of strategic security "
                "consultations in Moscow."
            ): ["Wang Jin, Yuri Lapin: talks held in Moscow"],
            "Orlov will pay an official visit to India on Dec. 4-5.": [
                "India, Viktor Orlov: visit planned in India, on Dec. 4-5"
            ],
            "During the talks, the two leaders exchanged views on Ukraine.": [],
            "Hrynko visited troops near Pokrovsk.": [],
            "Marsh met Republican senators to discuss the budget.": [],
            "Orlov chaired a meeting of Russia’s Security Council.": [],
            "Orlov held a meeting with permanent members of the Security Council of Russia.": [],
            "Marsh said Orlov had agreed to a deal at the summit.": [],
            "Whitlow, accompanied by Marsh’s son-in-law, arrived in Moscow on Thursday for talks with Orlov.": [
                "Sam Whitlow, Viktor Orlov: talks held in Moscow, on Thursday"
            ],
            "Orlov and Whitlow held talks late into the night at the Kremlin.": [
                "Sam Whitlow, Viktor Orlov: talks held in Kremlin"
            ],
            (
                "Lapin said trilateral security talks involving Russia, Ukraine and the United States "
                "would be held in Abu Dhabi on Friday."
            ): ["Russia, US, Ukraine: talks planned in Abu Dhabi, on Friday"],
            (
                "Negotiators from Russia, Ukraine and the U.S. sat down in Abu Dhabi on Friday for the "
                "first time since the invasion."
            ): ["Russia, US, Ukraine: talks held in Abu Dhabi, on Friday"],
            "Hrynko said he had spoken to Marsh for nearly an hour.": ["Daniel Marsh, Petro Hrynko: call held"],
            "Marsh, after hosting Hrynko at Mar-a-Lago, said a deal was close.": [
                "Daniel Marsh, Petro Hrynko: meeting held in Mar-a-Lago"
            ],
            "Russia’s Lapin had a phone conversation with Whitlow on Tuesday, Interfax reported.": [
                "Sam Whitlow, Yuri Lapin: call held, on Tuesday"
            ],
            "Marsh postponed a planned meeting with Orlov because he did not want it to be a waste of time.": [
                "Daniel Marsh, Viktor Orlov: meeting postponed"
            ],
            "A meeting between Orlov and Hrynko is possible only once a deal is done, Lapin said.": [
                "Petro Hrynko, Viktor Orlov: meeting proposed"
            ],
            "Ukraine is ready to meet Russia anywhere except Russia and Belarus, Hrynko said.": [
                "Russia, Ukraine: meeting proposed"
            ],
            "Hrynko invited Orlov to Kyiv in a mocking reply.": ["Ukraine, Viktor Orlov: visit proposed in Kyiv"],
            "Orlov last visited China in September.": ["China, Viktor Orlov: visit held in China, in September"],
            "Ward is flying to Washington for crunch talks with Marsh.": [
                "Daniel Marsh, Helen Ward: talks planned in Washington"
            ],
            "Ward and Marsh discussed Ukraine during a call on Sunday.": [
                "Daniel Marsh, Helen Ward: call held, on Sunday"
            ],
            "In a call with Ward, Marsh praised the plan.": ["Daniel Marsh, Helen Ward: call held"],
            "The U.S. and Russian presidents met in Anchorage in August.": [
                "Russia, US: meeting held in Anchorage, in August"
            ],
            "Britain, France and Germany met Iran in Istanbul on Friday.": [
                "France, Germany, Iran, UK: meeting held in Istanbul, on Friday"
            ],
            "The German and French foreign ministers visited Damascus on Friday.": [
                "France, Germany, Syria: visit held in Damascus, on Friday"
            ],
        },
    ),
]


@pytest.mark.parametrize(("report", "text", "lines"), [(r, t, x) for r, table in EXAMPLES for t, x in table.items()])
def test_report(report: str, text: str, lines: list[str], told: Callable[[str, str], list[str]]) -> None:
    assert told(report, text) == lines
