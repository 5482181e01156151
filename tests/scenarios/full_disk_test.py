"""A file system that is really full: a small one in memory under the data folder, filled up while the program runs.
Changes are refused by a sentence, reading goes on, and with space again the same change succeeds."""
import errno
import subprocess

import plans
from program import new_id
from story import Story

DISK = "24m"


class FullDisk(Story):
    def setUp(self):
        self.place = self.new_installation()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(self.place.folder)],
                                 capture_output=True, text=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("needs the right to mount a file system: " + mounted.stderr.strip())
        # Runs before the folder is removed: what is added last is done first.
        self.addCleanup(subprocess.run, ["umount", "--lazy", str(self.place.folder)], check=True)
        self.place.start()

    def fill(self):
        """The file that takes the last byte."""
        filler = self.place.folder / "filler"
        with open(filler, "wb", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                try:
                    while file.write(b"\0" * size) == size:
                        pass
                except OSError as error:
                    self.assertEqual(error.errno, errno.ENOSPC)
        return filler

    def test_changes_are_refused_and_succeed_when_there_is_space_again(self):
        self.people()
        programme = self.programme()
        batch = self.upload(programme, plans.plan_docx(problems=300, measures=5))
        filler = self.fill()

        self.assert_refused(503, "storage_full", lambda: self.confirm(batch))
        self.assert_refused(503, "storage_full", lambda: self.upload(programme, plans.plan_docx(problems=300)))
        self.assertEqual(self.rows(programme)["total"], 0)
        self.assertEqual(self.office.get(f"/imports/{batch['id']}")["state"], "read")

        filler.unlink()
        self.confirm(batch)
        rows = self.rows(programme)
        self.assertEqual(rows["total"], 1500)

        # The same for files beside the database: nothing half written stays.
        bring = f"/measures/{rows['rows'][0]['id']}/evidence?id={new_id()}&name=a.txt"
        filler = self.fill()
        self.assert_refused(503, "storage_full", lambda: self.office.ask("POST", bring, raw=b"x" * 300_000))
        filler.unlink()
        self.office.ask("POST", bring, raw=b"x" * 300_000)
        self.assertEqual(sum(one.is_file() for one in (self.place.folder / "evidence").rglob("*")), 1)
        self.assertEqual(self.place.stop(), 0)
        code, _, said = self.place.command("verify")
        self.assertEqual(code, 0, said)
