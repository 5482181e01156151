"""Mail by a real mail server: bundled, in Chinese, sent once; kept while the server is down, also across a restart."""
import email
import email.policy
import sys
import time
import unittest

sys.path.append("/usr/lib/python3/dist-packages")  # Where Debian has it, whichever Python runs the stories.
from aiosmtpd.controller import Controller

import program
from story import Story


class Received:
    """What the mail server took, decoded."""

    def __init__(self):
        self.mails = []

    async def handle_DATA(self, server, session, envelope):
        self.mails.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 OK"


class Mail(Story):
    def setUp(self):
        self.received, self.port = Received(), program.free_port()
        super().setUp()

    def new_installation(self, engine=None):
        place = super().new_installation(engine)
        place.settings = {**place.settings, "ZHENGGAI_SMTP_URL": f"smtp://127.0.0.1:{self.port}",
                          "ZHENGGAI_SMTP_TLS": "none", "ZHENGGAI_MAIL_FROM": "zg@example.cn",
                          "ZHENGGAI_MAIL_BUNDLE_MINUTES": "0", "ZHENGGAI_PUBLIC_ORIGIN": "http://127.0.0.1"}
        return place

    def start_mail_server(self):
        server = Controller(self.received, hostname="127.0.0.1", port=self.port)
        server.start()
        self.addCleanup(server.stop)

    def wait_for_mail(self):
        self.wait_until(lambda: self.received.mails)

    def something_sent_back(self):
        """A clerk who wants mail, and a measure of theirs that was sent back."""
        clerk, problem = self.clerk_with_a_problem()
        self.assert_refused(422, "mail_address_not_acceptable", lambda: clerk.put(
            "/mail-box", {"address": "苏小满@example.cn", "rhythm": "half_hour", "version": 0}))
        box = clerk.put("/mail-box", {"address": "su@example.cn", "rhythm": "half_hour", "version": 0})
        self.assertEqual((box["offered"], box["version"]), (True, 1))
        self.send_back(clerk, problem)
        self.assertEqual(clerk.get("/messages/unread"), {"unread": 1})

    def test_what_happened_is_told_once_in_chinese_and_without_content(self):
        self.start_mail_server()
        self.something_sent_back()
        self.wait_for_mail()
        time.sleep(6)  # One more round of the timer: nothing is sent twice.
        self.assertEqual(len(self.received.mails), 1)
        receivers, mail = self.received.mails[0]
        self.assertEqual((receivers, mail["From"], mail["To"]), (["su@example.cn"], "zg@example.cn", "su@example.cn"))
        self.assertEqual(mail["Subject"], "【巡视巡察整改】您有 1 条消息")
        body = mail.get_content()
        self.assertRegex(body, r"1\. 措施 \d+ 被退回（青禾县教育系统巡察整改）")
        self.assertIn("http://127.0.0.1/messages", body)
        self.assertNotIn("没有会议记录", body)

    def test_mails_wait_while_the_server_is_down_and_outlive_a_restart(self):
        self.something_sent_back()
        self.wait_until(lambda: "mail_not_sent" in self.place.log())
        self.place.kill()
        self.start_mail_server()
        self.place.start()
        # The next try is due fifteen seconds after the first.
        self.wait_until(lambda: self.received.mails, 150)
        self.assertEqual(len(self.received.mails), 1)


class MailOnPostgres(Mail):
    engine = "postgres"
    test_mails_wait_while_the_server_is_down_and_outlive_a_restart = None


if __name__ == "__main__":
    unittest.main()
