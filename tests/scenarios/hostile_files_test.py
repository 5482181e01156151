"""Files made to do harm: each gets a clear Chinese sentence or is read as what it is, in bounded time and memory."""
import json
import pathlib
import subprocess
import tempfile
import time
import unittest

import plans
import program
from story import Story

SECONDS_MAX = 60
MIB_ABOVE_IDLE_MAX = 256


class HostileFiles(unittest.TestCase):
    """On the command line, one process a file, so that its memory can be measured."""

    def test_each_hostile_file_is_refused_in_words_or_read_within_bounds(self):
        idle = self.parse("idle.txt", "整改\n".encode())[3]
        for name in plans.HOSTILE:
            with self.subTest(name):
                begun = time.monotonic()
                code, out, err, mib = self.parse(name, plans.hostile(name))
                self.assertLess(time.monotonic() - begun, SECONDS_MAX)
                self.assertLess(mib - idle, MIB_ABOVE_IDLE_MAX)
                self.assertIn(code, (0, 2), err)
                if code == 0:
                    self.assertNotIn("root:", out)
                    json.loads(out)
                else:
                    self.assertEqual(out, "")
                    self.assertRegex(err, r"[\u4e00-\u9fff]")
                    self.assertEqual(len(err.strip().splitlines()), 1, err)

    def test_no_file_and_no_reader_are_told_apart(self):
        self.assertEqual(program.command("parse", "/nowhere/plan.docx")[0], 2)
        self.assertIn("不", program.command("parse", "/nowhere/plan.docx")[2])

    def parse(self, name, content):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / name
            path.write_bytes(content)
            # GNU time is not everywhere; a child of a child gives its own peak.
            script = ("import json,resource,subprocess,sys;"
                      "d=subprocess.run(sys.argv[1:],capture_output=True,timeout=%d);"
                      "print(json.dumps([d.returncode,d.stdout.decode(),d.stderr.decode(),"
                      "resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss/1024]))" % (SECONDS_MAX * 2))
            done = subprocess.run(["/usr/bin/python3", "-c", script, str(program.PROGRAM), "parse", str(path)],
                                  capture_output=True, check=True)
            return json.loads(done.stdout)


class HostileUploads(Story):
    def test_the_server_refuses_them_and_goes_on(self):
        self.people()
        programme = self.programme()
        for name in plans.HOSTILE:
            with self.subTest(name):
                status, _, content = self.office.call("POST", f"/api/v1/imports?programme={programme}&name={name}",
                                                      raw=plans.hostile(name))
                self.assertIn(status, (201, 413, 415, 422), content[:200])
                if status != 201:
                    self.assertTrue(json.loads(content)["code"])
        for name in plans.HOSTILE:
            with self.subTest("units " + name):
                status, _, content = self.office.call("POST", "/api/v1/unit-imports/check", raw=plans.hostile(name))
                self.assertIn(status, (200, 413, 415, 422), content[:200])
        self.confirm(self.upload(programme))
        peak = self.peak_mib()
        self.assertLess(peak, 60 + MIB_ABOVE_IDLE_MAX)

    def peak_mib(self):
        status = pathlib.Path(f"/proc/{self.place.process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))
