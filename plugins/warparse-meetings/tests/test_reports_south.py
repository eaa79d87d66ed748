"""Meetings in sentences of the kinds that reports of wars elsewhere are made of, each behind its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

REPORT_1 = (
    "Truce holds in the south\n\n"
    "Israel and Hamas accused each other of breaking the truce on Sunday. Israeli Prime Minister Dan "
    "Shaked convened his cabinet. Hamas official Khalil Nasser blamed Israel. Qatari Prime Minister "
    "Sheikh Jassim al-Marri and Egypt’s intelligence chief, Hassan Fathi, urged calm.\n\n"
)

REPORT_2 = (
    "Army takes town from rebels\n\n"
    "Congo’s army and the M23 fought near Goma on Monday. Congolese President Paul Mwamba and Rwandan "
    "President Jean Kagabo blamed each other. The M23 said it would not leave.\n\n"
)

REPORT_3 = (
    "Israeli strikes kill 12 in Gaza\n\n"
    "Israeli Prime Minister Dan Shaked said on Sunday the army would not stop. Hamas leader Khalil "
    "Nasser said the group was studying the proposal. Egypt and Qatar urged restraint. Iranian Foreign "
    "Minister Reza Moradi accused Israel of ending the truce. U.S. envoy Sam Whitlow blamed Hamas.\n\n"
)

REPORT_4 = (
    "Shelling on the Line of Control\n\n"
    "India and Pakistan exchanged fire for a third day, officials in both countries said. Indian "
    "External Affairs Minister Arun Mehra and Pakistani Foreign Minister Salman Qadir blamed each "
    "other. Pakistani Prime Minister Imtiaz Shah chaired a meeting of the National Security Committee.\n\n"
)

REPORT_5 = (
    "Sudan’s army retakes town\n\n"
    "KHARTOUM, Sudan (AP) — Sudan’s military said it recaptured a town from the paramilitary Rapid "
    "Support Forces on Sunday. Gen. Abdel Karim Saleh, the military leader, praised the troops. RSF "
    "commander Gen. Musa Daglo made no comment. The United States, Saudi Arabia, Egypt and the United "
    "Arab Emirates have sought a truce. Massad Khoury, a senior U.S. adviser for African affairs, "
    "condemned the violence.\n\n"
)

REPORT_6 = (
    "Tensions rise between Venezuela and U.S.\n\n"
    "CARACAS — Venezuelan President Ramon Duarte accused the United States of piracy on Monday. U.S. "
    "President Daniel Marsh said land strikes could follow. Colombian President Gabriel Rojas and "
    "Brazilian President Luis Prado urged restraint. U.S. Secretary of State Carl Hodge defended the "
    "strikes.\n\n"
)

# the report, and the lines behind it with what is read in each: who, how, whether, where, when
EXAMPLES: list[tuple[str, dict[str, list[str]]]] = [
    (
        REPORT_1,
        {
            "The two sides held indirect talks in Cairo last week through Egyptian and Qatari mediators.": [
                "Hamas, Israel: talks held in Cairo, last week"
            ],
            "Indirect negotiations between Israel and Hamas resumed in Doha on Sunday.": [
                "Hamas, Israel: talks ongoing in Doha, on Sunday"
            ],
            "A Hamas delegation left for Cairo on Saturday to meet Egyptian mediators.": [
                "Egypt, Hamas: visit held in Cairo, on Saturday"
            ],
            "An Israeli delegation headed by the head of the Mossad arrived in Doha on Monday.": [
                "Israel, Qatar: visit held in Doha, on Monday"
            ],
        },
    ),
    (
        REPORT_2,
        {
            "Mwamba and Kagabo met in Doha in March, their first meeting since the M23 offensive began.": [
                "Jean Kagabo, Paul Mwamba: meeting held in Doha, in March"
            ],
        },
    ),
    (
        REPORT_3,
        {
            (
                "A senior Hamas delegation headed by Nasser arrived in Cairo on Saturday for talks with "
                "Egyptian officials."
            ): ["Egypt, Hamas: talks held in Cairo, on Saturday"],
            "Whitlow met Qatar’s prime minister and a senior Egyptian official in New York.": [
                "Egypt, Qatar, Sam Whitlow: meeting held in New York"
            ],
            "Israel sent a negotiating team to Doha on Sunday for talks on a hostage deal.": [
                "Israel, Qatar: talks held in Doha, on Sunday"
            ],
            "Israel recalled its negotiators from Doha, saying the talks were at a dead end.": [],
            "Mediators have been shuttling between the two sides.": [],
            "Iran will hold nuclear talks with the E3 in Geneva on Friday, Moradi said.": [
                "E3, Iran: talks planned in Geneva, on Friday"
            ],
            "Tehran has ruled out direct negotiations with Washington.": ["Iran, US: talks denied"],
            "The Arab League called an emergency meeting for Tuesday.": ["Arab League: meeting planned, Tuesday"],
            "Saudi Crown Prince Faisal bin Omar and Moradi discussed the strikes by phone.": [
                "Faisal bin Omar, Reza Moradi: call held"
            ],
            "The Israeli prime minister is expected to travel to Washington next week.": [
                "Dan Shaked, US: visit planned in Washington, next week"
            ],
            (
                "Israel’s strategic affairs minister, Ron Dror, held talks in Washington on Wednesday "
                "with senior US officials."
            ): ["Ron Dror, US: talks held in Washington, on Wednesday"],
            "Hamas negotiators left Doha for Cairo late on Tuesday.": [
                "Egypt, Hamas: visit held in Cairo, late on Tuesday"
            ],
            (
                "Israel and Lebanon will hold a second round of talks in Naqoura on Dec. 19, the Lebanese "
                "presidency said."
            ): ["Israel, Lebanon: talks planned in Naqoura, on Dec. 19"],
            "Moradi said Iran had no plan to resume negotiations with Washington.": ["Iran, US: talks denied"],
            "Moradi is set to meet the foreign ministers of Britain, France and Germany in Geneva.": [
                "France, Germany, Reza Moradi, UK: meeting planned in Geneva"
            ],
            "Whitlow and Moradi met in Rome for a fifth round of nuclear talks mediated by Oman.": [
                "Reza Moradi, Sam Whitlow: meeting held in Rome"
            ],
            "Syria’s foreign minister met Israel’s Ron Dror in Paris on Tuesday to discuss de-escalation.": [
                "Ron Dror, Syria: meeting held in Paris, on Tuesday"
            ],
            "The Israeli security cabinet met on Thursday night to approve the plan.": [],
            "Shaked met the families of hostages in Jerusalem.": [],
            "Egyptian and Qatari mediators met Hamas leaders in Cairo, two Egyptian security sources said.": [
                "Egypt, Hamas, Qatar: meeting held in Cairo"
            ],
            "Israel’s negotiating team is due to leave for Doha on Monday, an Israeli official said.": [
                "Israel, Qatar: visit planned in Doha, on Monday"
            ],
            ("Nasser, speaking from Doha, said no date had been set for the next round of negotiations with Israel."): [
                "Israel, Khalil Nasser: talks denied"
            ],
            "Moradi spoke by telephone with his Saudi, Qatari and Turkish counterparts.": [
                "Qatar, Reza Moradi, Saudi Arabia, Turkey: call held"
            ],
            "A Lebanese delegation is in Washington for talks with the IMF.": [
                "IMF, Lebanon: talks ongoing in Washington"
            ],
        },
    ),
    (
        REPORT_4,
        {
            "The two countries’ directors general of military operations spoke by hotline on Saturday.": [
                "India, Pakistan: call held, on Saturday"
            ],
            "Shah telephoned Saudi Crown Prince Faisal bin Omar to thank him for his mediation.": [
                "Faisal bin Omar, Imtiaz Shah: call held"
            ],
            "U.S. Secretary of State Carl Hodge spoke separately with Mehra and Qadir on Thursday.": [
                "Arun Mehra, Carl Hodge, Salman Qadir: call held, on Thursday"
            ],
            "Pakistan is willing to hold talks with India on all issues, Qadir said in Islamabad.": [
                "India, Pakistan: talks proposed"
            ],
            "New Delhi has said it will not talk to Islamabad until attacks stop.": ["India, Pakistan: talks denied"],
            "Mehra told parliament that India had cancelled talks with Pakistan.": ["India, Pakistan: talks cancelled"],
            (
                "The foreign ministers of the two countries were to have met on the sidelines of the UN "
                "General Assembly in New York."
            ): ["India, Pakistan: meeting cancelled in New York"],
            "Afghan Taliban and Pakistani officials are holding a third round of talks in Istanbul.": [
                "Pakistan, Taliban: talks ongoing in Istanbul"
            ],
            "Iran’s foreign minister arrived in Islamabad on Monday on a one-day visit.": [
                "Iran, Pakistan: visit held in Islamabad, on Monday"
            ],
            "The prime minister met army chiefs on Sunday.": [],
            "Qadir met families of the victims in Muzaffarabad.": [],
            "Talks on a pay deal for rail workers broke down on Friday.": [],
            "He visited the front line and met commanders.": [],
            "Qadir flew to Beijing on Monday for talks with his Chinese counterpart.": [
                "China, Salman Qadir: talks held in Beijing, on Monday"
            ],
            "India’s Mehra met Wang Jin, his Chinese counterpart, in New Delhi.": [
                "Arun Mehra, Wang Jin: meeting held in New Delhi"
            ],
            "Shah is in Riyadh on a two-day official visit.": ["Imtiaz Shah, Saudi Arabia: visit ongoing in Riyadh"],
            "Thai and Cambodian military commanders met at a border checkpoint on Tuesday.": [
                "Cambodia, Thailand: meeting held, on Tuesday"
            ],
            (
                "Malaysia will host the leaders of Thailand and Cambodia for ceasefire talks on Monday, "
                "Thai officials said."
            ): ["Cambodia, Thailand: talks planned, on Monday"],
            "Armenia’s prime minister and Azerbaijan’s president met in Abu Dhabi on July 10.": [
                "Armenia, Azerbaijan: meeting held in Abu Dhabi, on July 10"
            ],
            "Afghan and Pakistani delegations failed to reach a deal in Istanbul.": [],
            "Iran’s foreign minister visited Islamabad on Monday and will travel to New Delhi on Wednesday.": [
                "India, Iran: visit planned in New Delhi, on Wednesday",
                "Iran, Pakistan: visit held in Islamabad, on Monday",
            ],
        },
    ),
    (
        REPORT_5,
        {
            "Khoury met Saleh in Port Sudan last week.": [
                "Abdel Karim Saleh, Massad Khoury: meeting held in Port Sudan, last week"
            ],
            "Saleh traveled to Riyadh on Monday at the invitation of the Saudi crown prince.": [
                "Abdel Karim Saleh, Saudi Arabia: visit held in Riyadh, on Monday"
            ],
            "Saleh met with Saudi Crown Prince Faisal bin Omar at Al-Yamamah Palace in Riyadh.": [
                "Abdel Karim Saleh, Faisal bin Omar: meeting held in Al-Yamamah Palace"
            ],
            "Egyptian President Hassan Fathi received Saleh in Cairo on Thursday.": [
                "Abdel Karim Saleh, Hassan Fathi: meeting held in Cairo, on Thursday"
            ],
        },
    ),
    (
        REPORT_6,
        {
            "Marsh confirmed he spoke with Duarte but declined to give details.": [
                "Daniel Marsh, Ramon Duarte: call held"
            ],
            "Duarte said he was willing to meet Marsh face to face.": ["Daniel Marsh, Ramon Duarte: meeting proposed"],
            "Rojas is scheduled to visit the White House on Feb. 3.": [
                "Gabriel Rojas, US: visit planned in White House, on Feb. 3"
            ],
            "Hodge met with Caribbean leaders in Kingston in March.": [
                "Caribbean leaders, Carl Hodge: meeting held in Kingston, in March"
            ],
            "Prado told Marsh in a call on Saturday that South America was a zone of peace.": [
                "Daniel Marsh, Luis Prado: call held, on Saturday"
            ],
            "Colombia recalled its ambassador from Washington for consultations.": [],
            "Delegations from Venezuela and Guyana met in Saint Vincent, where they agreed not to use force.": [
                "Guyana, Venezuela: meeting held in Saint Vincent"
            ],
            "The U.N. Security Council is due to hold an emergency session on Tuesday.": [
                "U.N. Security Council: meeting planned, on Tuesday"
            ],
            "Hodge will brief senators on Tuesday behind closed doors.": [],
            "Marsh met with his national security team on Monday evening.": [],
            "Duarte met with military commanders.": [],
            "Marsh met oil executives at the White House.": [],
            "The president’s trip to Florida was cut short.": [],
        },
    ),
]


@pytest.mark.parametrize(("report", "text", "lines"), [(r, t, x) for r, table in EXAMPLES for t, x in table.items()])
def test_report(report: str, text: str, lines: list[str], told: Callable[[str, str], list[str]]) -> None:
    assert told(report, text) == lines
