"""A headless Chromium that a test drives over the DevTools pipe, with the standard library alone."""

import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class BrowserError(Exception):
    """The browser did not do what it was told."""


def find():
    """The path of a Chromium, or None."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One browser with one page; what the page logs, and what it asks the network for, is kept."""

    def __init__(self, path, width=1280, height=900):
        self.log = []
        self.requests = []
        self._number = 0
        self._unread = b""
        self._answers = {}
        self._events = set()
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        arguments = [
            path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--remote-debugging-pipe",
            "--force-color-profile=srgb", f"--user-data-dir={self._profile.name}",
            f"--window-size={width},{height}", "about:blank",
        ]
        # The browser reads its orders from descriptor 3 and answers on 4.
        script = f'exec "$@" 3<&{to_browser} 4>&{from_browser}'
        self._process = subprocess.Popen(
            ["/bin/sh", "-c", script, "sh", *arguments], pass_fds=(to_browser, from_browser),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._session = None
        target = next(t for t in self.send("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session = self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def close(self):
        """Ends the browser."""
        try:
            session, self._session = self._session, None
            self.send("Browser.close") if session else None
        except (BrowserError, OSError):
            pass
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._profile.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def send(self, method, **parameters):
        """Sends one order and waits for its answer."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        answer = self._wait(lambda: self._answers.pop(message["id"], None), f"an answer to {method}")
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def _wait(self, found, what, seconds=60):
        end = time.monotonic() + seconds
        while (result := found()) is None:
            if not select.select([self._in], [], [], max(end - time.monotonic(), 0))[0]:
                raise BrowserError(f"waited {seconds} seconds for {what}")
            piece = os.read(self._in, 1 << 16)
            if not piece:
                raise BrowserError(f"the browser ended before {what}")
            *messages, self._unread = (self._unread + piece).split(b"\0")
            for message in messages:
                self._take(json.loads(message))
        return result

    def _take(self, message):
        if "id" in message:
            self._answers[message["id"]] = message
            return
        method, parameters = message["method"], message["params"]
        self._events.add(method)
        if method == "Runtime.consoleAPICalled":
            self.log.append(" ".join(str(a.get("value", a.get("description"))) for a in parameters["args"]))
        elif method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.log.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Log.entryAdded":
            self.log.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    def open(self, path, fragment=""):
        """Opens a file and waits until it is loaded."""
        self._events.discard("Page.loadEventFired")
        self.send("Page.navigate", url="about:blank")
        self._wait(lambda: "Page.loadEventFired" in self._events or None, "an empty page")
        self._events.discard("Page.loadEventFired")
        self.requests.clear()
        self.log.clear()
        self.send("Page.navigate", url=pathlib.Path(path).resolve().as_uri() + fragment)
        self._wait(lambda: "Page.loadEventFired" in self._events or None, f"{path} to load")

    def run(self, script):
        """The value of a JavaScript expression on the page; a promise is waited for."""
        answer = self.send(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(f"{script[:200]}: {details.get('exception', {}).get('description', details['text'])}")
        return answer["result"].get("value")

    def screen(self, width, height, scale=1, phone=False, dark=False):
        """Sets the size of the window and the colours that the reader prefers."""
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=phone)
        self.send("Emulation.setTouchEmulationEnabled", enabled=phone)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.send("Emulation.setEmulatedMedia", features=[scheme])

    def mouse(self, kind, x, y, **more):
        """One event of the mouse: mousePressed, mouseMoved, mouseReleased, mouseWheel."""
        self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def click(self, x, y):
        """Clicks at a place of the window."""
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, x, y, button="left", clickCount=1)

    def key(self, key, text=None):
        """Presses a key."""
        pressed = {"key": key} | ({"text": text} if text else {})
        self.send("Input.dispatchKeyEvent", type="keyDown", **pressed)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self, path):
        """Writes what is seen as a PNG file."""
        pathlib.Path(path).write_bytes(base64.b64decode(self.send("Page.captureScreenshot")["data"]))

    def paper(self, path):
        """Prints the page to a PDF file."""
        answer = self.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        pathlib.Path(path).write_bytes(base64.b64decode(answer["data"]))
