"""Runs every test of the project and closes with one line of counts. script/test prepares the ground and calls this.

Each step is a function that returns Counts; its whole output stands in build/test/<step>.log and its end is shown
when something failed or was skipped.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

PROJECT = pathlib.Path(__file__).resolve().parent.parent
OUT = PROJECT / "build" / "test"
LOG_LINES_SHOWN = 80


@dataclass
class Counts:
    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def run(step, command, **options):
    """Runs a command into the log of the step; returns its exit code and what it said."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **options.pop("env", {})}
    place = OUT / f"{step}.log"
    place.parent.mkdir(parents=True, exist_ok=True)
    with open(place, "a+", encoding="utf-8", errors="replace") as log:
        start = log.tell()
        code = subprocess.run(command, cwd=PROJECT / options.pop("folder", "."), env=environment, stdout=log,
                              stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False, **options).returncode
        log.seek(start)
        return code, log.read()


def one(step, command, **options):
    """A command that is one test: it passes or fails as a whole."""
    return Counts(passed=1) if run(step, command, **options)[0] == 0 else Counts(failed=1)


def units():
    """The test programs of the modules, the tidy test and the corpora of the fuzzers. Their cases are counted; a
    program that dies without a report counts as one failure."""
    reports = OUT / "units"
    junit = OUT / "ctest.xml"
    junit.unlink(missing_ok=True)
    run("units", ["ctest", "--preset", "release", "--timeout", "900", "-j", str(os.cpu_count()), "--output-junit",
                  str(junit)], env={"GTEST_OUTPUT": f"xml:{reports}/"})
    if not junit.exists():
        return Counts(failed=1)
    total = Counts()
    for program in ElementTree.parse(junit).getroot().iter("testcase"):
        report = reports / f"{program.get('name')}_test.xml"
        counts = gtest_counts(report) if report.exists() else Counts(passed=1)
        if program.get("status") != "run" and counts.failed == 0:
            counts = counts + Counts(failed=1)
        total = total + counts
    return total


def gtest_counts(report):
    suite = ElementTree.parse(report).getroot()
    ran, failed = int(suite.get("tests")), int(suite.get("failures")) + int(suite.get("errors"))
    skipped = sum(1 for case in suite.iter("testcase") if case.get("result") in ("skipped", "suppressed"))
    return Counts(ran - failed - skipped, failed, skipped)


def page_types():
    return one("page_types", ["npm", "run", "--silent", "check"], folder="web")


def page_units():
    report = OUT / "vitest.json"
    run("page_units", ["npx", "--no-install", "vitest", "run", "--reporter=default", "--reporter=json",
                       f"--outputFile.json={report}"], folder="web")
    if not report.exists():
        return Counts(failed=1)
    found = json.loads(report.read_text(encoding="utf-8"))
    files_failed = 0 if found["success"] or found["numFailedTests"] else 1
    return Counts(found["numPassedTests"], found["numFailedTests"] + files_failed, found["numPendingTests"])


def page_floor():
    return one("page_floor", ["npm", "run", "--silent", "floor"], folder="web")


def form():
    return one("form", ["script/format", "--check"])


def scenarios():
    """Stories told to the whole program, one file each; in as many lanes as there are cores, four at most, since each
    has a folder, ports and databases of its own."""
    files = (PROJECT / "tests" / "scenarios").glob("*_test.py")
    stories = [file.name for file in sorted(files, key=lambda file: -file.stat().st_size)]  # The longest first.
    with ThreadPoolExecutor(min(os.cpu_count(), 4)) as lanes:
        told = sorted(lanes.map(scenario, stories), key=lambda one: one[0].failed)
    with open(OUT / "scenarios.log", "w", encoding="utf-8") as log:
        log.write("".join(said for _, said in told))  # What failed stands at its end, which is shown.
    return sum((counts for counts, _ in told), Counts())


def scenario(story):
    """Its counts and what it said."""
    code, said = run(f"scenarios/{story}", ["/usr/bin/python3", "-m", "unittest", "discover", "-v", "-s",
                                            "tests/scenarios", "-p", story])
    ran = re.search(r"^Ran (\d+) tests?", said, re.MULTILINE)
    if not ran:
        return Counts(failed=1), said
    last = said.splitlines()[-1]
    number = lambda word: int((re.search(rf"{word}=(\d+)", last) or [0, 0])[1])
    failed, skipped = number("failures") + number("errors"), number("skipped")
    counts = Counts(int(ran[1]) - failed - skipped, failed, skipped)
    return (counts if code == 0 or failed else counts + Counts(failed=1)), said


def browser():
    """Stories told in a real browser; pictures in build/screenshots."""
    if not pathlib.Path("/usr/bin/chromium").exists():
        print("   no /usr/bin/chromium: script/bootstrap installs it")
        return Counts(skipped=1)
    code, said = run("browser", ["npm", "run", "--silent", "stories"], folder="web")
    counted = re.findall(r"^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?", said, re.MULTILINE)
    if not counted:
        return Counts(failed=1)
    counts = Counts(*(int(number or 0) for number in counted[-1]))
    return counts if (code == 0) == (counts.failed == 0) else counts + Counts(failed=1)


STEPS = [form, units, page_types, page_units, page_floor, scenarios, browser]


def main(wanted):
    unknown = [name for name in wanted if name not in [step.__name__ for step in STEPS]]
    if unknown:
        sys.exit("no such step: " + " ".join(unknown) + "; steps: " + " ".join(step.__name__ for step in STEPS))
    OUT.mkdir(parents=True, exist_ok=True)
    total = Counts()
    for step in STEPS:
        if wanted and step.__name__ not in wanted:
            continue
        log = OUT / f"{step.__name__}.log"
        log.unlink(missing_ok=True)
        shutil.rmtree(OUT / step.__name__, ignore_errors=True)
        begun = time.monotonic()
        counts = step()
        print(f"== {step.__name__}: {counts} ({time.monotonic() - begun:.0f} s)", flush=True)
        if counts.failed or (counts.skipped and log.exists()):
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            print("\n".join("   " + line for line in lines[-LOG_LINES_SHOWN:]))
            print(f"   (whole: {log.relative_to(PROJECT)})", flush=True)
        total = total + counts
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
