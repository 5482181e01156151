"""The reader against what careful people found in documents of the field. The corpus is not part of the product:
without it beside the clone the test is skipped."""
import re
import subprocess
import unittest

import program

SHARED = program.PROJECT.parent / "shared"
LEVEL_F1_MIN, FIELDS_MIN = 0.98, 0.97


class IntakeScore(unittest.TestCase):
    @unittest.skipUnless((SHARED / "tools" / "score_intake.py").exists(), "no corpus in ../shared")
    def test_the_reader_finds_what_people_found_and_invents_nothing(self):
        said = subprocess.run(["/usr/bin/python3", str(SHARED / "tools" / "score_intake.py"), f"{program.PROGRAM} parse",
                               str(SHARED / "corpus"), str(SHARED / "corpus" / "truth")],
                              capture_output=True, text=True, check=True).stdout
        levels = re.findall(r"^(\w+) +precision .* F1 ([\d.]+)", said, re.MULTILINE)
        self.assertEqual(len(levels), 4, said)
        for level, score in levels:
            self.assertGreaterEqual(float(score), LEVEL_F1_MIN, f"{level}\n{said}")
        for group, score in re.findall(r"^(\w[\w ]+?) +\d+/\d+ = ([\d.]+)", said, re.MULTILINE):
            self.assertGreaterEqual(float(score), FIELDS_MIN, f"{group}\n{said}")
        self.assertIn("invented rows in documents without a ledger: 0", said)
        self.assertNotIn("not read:", said)
