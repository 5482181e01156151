"""A server without LibreOffice: whoever wants a PDF is told what is missing and who helps; Word is made all the same, and
what was refused is no export. Where it is installed, the program is started in a place where its file is covered."""
import pathlib
import subprocess
import tempfile

import program
from story import Story

FOLDERS = ("/usr/bin", "/usr/local/bin", "/bin")  # where the program looks


class WithoutLibreOffice(Story):
    def setUp(self):
        there = [str(one.resolve()) for one in (pathlib.Path(folder) / "soffice" for folder in FOLDERS) if one.exists()]
        if there:
            alone = subprocess.run(["unshare", "--map-root-user", "--mount", "true"], capture_output=True, text=True,
                                   check=False)
            if alone.returncode != 0:  # In a chroot, for one.
                self.skipTest("needs the right to mount in a place of its own: " + alone.stderr.strip())
            folder = tempfile.TemporaryDirectory(prefix="zhenggai-covered-")
            self.addCleanup(folder.cleanup)
            covering = pathlib.Path(folder.name) / "zhenggai"
            mounts = " && ".join(f"mount --bind /dev/null '{one}'" for one in sorted(set(there)))
            covering.write_text(f"#!/bin/sh\nexec unshare --map-root-user --mount sh -c "
                                f"\"{mounts} && exec \\\"\\$0\\\" \\\"\\$@\\\"\" '{program.PROGRAM}' \"$@\"\n")
            covering.chmod(0o755)
            self.addCleanup(setattr, program, "PROGRAM", program.PROGRAM)
            program.PROGRAM = covering
        super().setUp()

    def test_a_pdf_is_refused_with_what_to_install(self):
        self.people()
        ledger = self.imported(problems=1, measures=1)
        of = f"/api/v1/documents/ledger_table/{ledger}/file?form="
        status, _, said = self.office.call("GET", of + "pdf")
        self.assertEqual(status, 503, said[:200])
        self.assertIn(b'"code":"pdf_needs_program"', said)
        self.assertIn("libreoffice", said.decode().lower())
        status, _, content = self.office.call("GET", of + "docx")
        self.assertEqual((status, content[:2]), (200, b"PK"))
        exports = [row for row in self.place.auditor().get(f"/journal?programme={ledger}")["rows"]
                   if row["act"] == "export_document"]
        self.assertEqual(len(exports), 1)
