"""The terminal as Reader drives it: Textual's driver, but broken input and a broken locale do not end the program.

Bytes that are no UTF-8 become replacement characters (Textual's own reader raises on them), output is UTF-8 whatever
the locale says, and a terminal that is gone ends the program at once.
"""

from __future__ import annotations

import os
import select
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from io import TextIOWrapper
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from reader.first_paint import take_over

READ_BYTES = 4096
SWITCH = "\x1b[?1049h"
"""Shows the terminal's other screen, which keeps the shell's lines as they were."""

WAIT_SECONDS = 0.1
"""How long a wait for input lasts after there was some: the parser tells a lone Esc by what does not follow."""

CALM_SECONDS = 5.0
"""How long a wait lasts when nothing has come for a while: every waking costs a tenth of a millisecond."""


class TerminalDriver(LinuxDriver):
    """Reads keys and mouse events from a terminal, and writes to it."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._is_switched = False
        if isinstance(self._file, TextIOWrapper):
            self._file.reconfigure(encoding="utf-8", errors="replace")
        self._woken, self._waker = os.pipe()

    def disable_input(self) -> None:
        """Wait for no more input, and for none that is being waited for."""
        os.write(self._waker, b".")
        super().disable_input()

    def start_application_mode(self) -> None:
        """Take the terminal; its other screen may be shown already, and must not be switched to twice.

        Some terminals keep the cursor's place anew then, and the shell's next line would stand elsewhere.
        """
        self._is_switched = take_over()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def write(self, data: str) -> None:
        """Send to the terminal."""
        if self._is_switched and data == SWITCH:
            self._is_switched = False
        else:
            super().write(data)

    def run_input_thread(self) -> None:
        """Pass on events until the program ends or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        lively_until = monotonic() + 1
        while not self.exit_event.is_set():
            seconds = WAIT_SECONDS if monotonic() < lively_until else CALM_SECONDS
            ready, _, _ = select.select([self.fileno, self._woken], [], [], seconds)
            if ready:
                lively_until = monotonic() + 1
            if self._woken in ready:
                os.read(self._woken, READ_BYTES)
            if self.fileno in ready:
                try:
                    received = os.read(self.fileno, READ_BYTES)
                except OSError:
                    received = b""
                if not received:
                    self._hang_up()
                    return
                # Half a character decodes to nothing, which the parser would take for the end of its input.
                if characters := decode(received):
                    for event in parser.feed(characters):
                        self.process_message(event)
            for event in parser.tick():
                self.process_message(event)

    def _hang_up(self) -> None:
        """The terminal is gone: what the kernel says with SIGHUP, if we had not seen it first."""
        with suppress(ProcessLookupError):
            os.kill(os.getpid(), signal.SIGHUP)
