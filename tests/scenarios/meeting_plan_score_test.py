"""Plans of special democratic life meetings as they are read, against what careful people found in fourteen of them. The
corpus is not part of the product: without it beside the clone the test is skipped."""
import json
import subprocess
import unittest

import program

CORPUS = program.PROJECT.parent / "shared" / "corpus"
NAME = "life-meeting-plans"
F1_MIN = 0.95


def bare(text):
    """Without signs and spaces, which people copy as they like."""
    return "".join(c for c in text if c.isalnum())


def matched(wanted, found):
    """How many pair up in order, one saying what the other says or the beginning of it."""
    best = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i, one in enumerate(wanted):
        for j, other in enumerate(found):
            same = bool(one and other) and (one in other or other in one)
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], best[i][j] + same)
    return best[-1][-1]


def f1(pairs):
    """Over all plans: pairs of what was wanted and what was found."""
    hits = sum(matched(wanted, found) for wanted, found in pairs)
    return 2 * hits / sum(len(wanted) + len(found) for wanted, found in pairs)


class MeetingPlanScore(unittest.TestCase):
    @unittest.skipUnless(CORPUS.exists(), "no corpus in ../shared")
    def test_fourteen_plans_are_read_as_people_read_them(self):
        said = subprocess.run([str(program.PROGRAM), "parse", str(CORPUS / f"{NAME}.txt")], capture_output=True, text=True,
                              check=True).stdout
        found = json.loads(said)["meeting_plans"]
        truth = json.loads((CORPUS / "truth" / f"{NAME}.json").read_text())["plans"]
        self.assertEqual(len(found), len(truth))
        parts = {
            "sections": (lambda plan: plan["sections"], lambda plan: plan["sections"]),
            "agenda": (lambda plan: plan["agenda_steps"], lambda plan: plan["agenda"]),
            "deadlines": (lambda plan: [one["text"] for one in plan["deadlines"]],
                          lambda plan: [one["text"] for one in plan["deadlines"]]),
            "recipients": (lambda plan: sorted(plan["report_recipients"]),
                           lambda plan: sorted({name for one in plan["reports"] for name in one["to"]})),
        }
        for part, (of_truth, of_found) in parts.items():
            score = f1([([bare(text) for text in of_truth(one)], [bare(text) for text in of_found(other)])
                        for one, other in zip(truth, found)])
            print(f"meeting plans, {part}: F1 {score:.3f}")
            self.assertGreaterEqual(score, F1_MIN, part)


if __name__ == "__main__":
    unittest.main()
