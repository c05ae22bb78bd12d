"""driver.py: the real window, driven as a screen reader or a person would.

Everything waits for a condition with a deadline and looks whether the program still
lives; nothing sleeps for a fixed time. Needs /usr/bin/python3, which has pyatspi.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import traceback

# A warning ends the program under test, but not the one that tests it: the accessibility bus warns of
# things that died while they were looked at.
FATAL = {'G_DEBUG': os.environ.pop('G_DEBUG', 'fatal-warnings')}

try:
    from gi.repository import Gio, GLib
except ImportError:
    print('1..0 # SKIP python3-gi is not installed')
    sys.exit(77)


def start_accessibility_bus():
    """pyatspi gives up at once when the bus takes long to start, as it does on a busy machine."""
    for _ in range(4):
        try:
            Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
                'org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, Gio.DBusCallFlags.NONE,
                30_000, None)
            return
        except GLib.Error as error:
            problem = error.message
    print(f'Bail out! No accessibility bus: {problem} (run this by tests/support/run-headless.sh)')
    sys.exit(99)


start_accessibility_bus()
try:
    import pyatspi  # noqa: E402
except ImportError:
    print('1..0 # SKIP pyatspi is not installed')
    sys.exit(77)

# Slow machines get more time; a condition that holds never waits.
PATIENCE = float(os.environ.get('BRANCHLINE_PATIENCE', '4'))
# Names that only say what class a thing is, as GTK gives them where nobody did.
CLASS_NAME = re.compile(r'^(Gtk|Adw|Bl|Shumate)[A-Z]\w*$')


class Stuck(AssertionError):
    pass


class Program:
    """One running Branchline; use it in a with statement."""

    def __init__(self, *command, env=None):
        self.process = subprocess.Popen(command, env={**os.environ, **FATAL, **(env or {})}, stderr=subprocess.PIPE, text=True)
        self.app = None

    def __enter__(self):
        try:
            self.app = self.wait(self.find_app, 'the program in the accessibility tree', 15)
            self.wait(lambda: self.window(), 'its window', 15)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *unused):
        self.stop()

    def find_app(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for app in children(desktop):
            if app and app.get_process_id() == self.process.pid:
                return app
        return None

    def stop(self):
        """Ends the program kindly, then not, and says what it complained of."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.complaints = self.process.stderr.read()
        for line in self.complaints.splitlines():
            print(f'# program: {line}')

    def kill(self):
        """As if the power went: no chance to save."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def wait(self, condition, what, seconds=6):
        """The first true answer of condition; objects may die while it looks."""
        end = time.monotonic() + seconds * PATIENCE
        problem = None
        while time.monotonic() < end:
            code = self.process.poll()
            if code is not None:
                raise Stuck(f'the program ended ({code}) while waiting for {what}')
            try:
                answer = condition()
                if answer:
                    return answer
            except Exception as error:
                problem = error
            time.sleep(0.02)
        raise Stuck(f'waited in vain for {what}' + (f' ({problem!r})' if problem else ''))

    def tops(self):
        return [top for top in children(self.app) if top]

    def window(self):
        """The window in front: a dialog where there is one."""
        tops = self.tops()
        dialogs = [top for top in tops if top.getRoleName() in ('dialog', 'alert')]
        return (dialogs or tops or [None])[-1]

    def main(self):
        return next(top for top in children(self.app) if top and top.getRoleName() == 'frame')

    def find(self, role=None, name=None, below=None, contains=None):
        return find(below or self.app, role, name, contains)

    def await_one(self, role=None, name=None, contains=None, below=None, seconds=6):
        what = ' '.join(str(part) for part in (role or 'thing', f'“{name or contains}”') if part)
        return self.wait(lambda: find(below() if callable(below) else below or self.app, role, name, contains), what,
                         seconds)

    def press(self, name, role=None, seconds=6):
        """Presses a button or row by its name."""
        target = self.wait(lambda: find_pressable(self.app, name, role), f'something to press called “{name}”', seconds)
        press(target)

    def activate(self, action, below=None):
        """A parameterless action of the window, 'win.undo', or of what is below."""
        def do():
            for thing in walk(below or self.main()):
                if act(thing, action):
                    return True
            return False
        try:
            self.wait(do, f'the action {action}')
        except Stuck:
            # What closes the program's last window may not live to answer.
            if action != 'win.close' or self.process.poll() != 0:
                raise

    def says(self, words, below=None):
        """Whether words stand anywhere on the screen, as a person or a screen reader would meet them."""
        return any(words in name_of(thing) or words in text(thing) for thing in walk(below or self.app))

    def await_words(self, words, seconds=6):
        self.wait(lambda: self.says(words), f'the words “{words}”', seconds)

    def take_keyboard(self):
        """There is no window manager to give the keyboard to the newest window of the program."""
        def newest():
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                   capture_output=True, text=True).stdout.split()
            return found and found[-1]
        window = self.wait(newest, 'a window of the X server')
        subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)
        return window

    def key(self, *keys):
        """Real key presses, by their X names: 'ctrl+z', 'Tab'."""
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)

    def type(self, words):
        subprocess.run(['xdotool', 'type', '--delay', '2', words], check=True)

    def focus(self):
        """The thing that has the keyboard."""
        for thing in walk(self.window()):
            if thing.getState().contains(pyatspi.STATE_FOCUSED) and thing.getRoleName() not in ('frame', 'application'):
                found = thing
                inner = [t for t in walk(thing) if t is not thing and t.getState().contains(pyatspi.STATE_FOCUSED)]
                return inner[-1] if inner else found
        return None


def children(thing):
    return [thing.getChildAtIndex(i) for i in range(thing.childCount)]


def walk(root):
    """Root and everything below it, top to bottom."""
    todo = [root]
    while todo:
        thing = todo.pop(0)
        if thing is None:
            continue
        try:
            kids = children(thing)
        except Exception:
            continue
        yield thing
        todo[0:0] = kids


def name_of(thing):
    try:
        return thing.name or ''
    except Exception:
        return ''


def text(thing):
    try:
        words = thing.queryText()
        return words.getText(0, words.characterCount)
    except Exception:
        return ''


def find(root, role=None, name=None, contains=None):
    for thing in walk(root):
        own = name_of(thing)
        if role is not None and thing.getRoleName() != role:
            continue
        if name is not None and own != name:
            continue
        if contains is not None and contains not in own and contains not in text(thing):
            continue
        return thing
    return None


def actions(thing):
    try:
        answer = thing.queryAction()
        return [answer.getName(i) for i in range(answer.nActions)]
    except Exception:
        return []


def act(thing, action):
    names = actions(thing)
    return action in names and bool(thing.queryAction().doAction(names.index(action)))


def plain(name):
    """A button whose label has a mnemonic is called "_Save Save"."""
    words = name.replace('_', '')
    half = len(words) // 2
    return words[:half] if len(words) % 2 and words[:half] == words[half + 1:] else words


PRESSES = ('click', 'toggle', 'activate', 'press')


def find_pressable(root, name, role=None):
    for thing in walk(root):
        if role is not None and thing.getRoleName() != role:
            continue
        if name in (name_of(thing), plain(name_of(thing))) and \
                thing.getState().contains(pyatspi.STATE_SENSITIVE) and any(a in PRESSES for a in actions(thing)):
            return thing
    return None


def press(thing):
    for action in PRESSES:
        if act(thing, action):
            return
    raise Stuck(f'{describe(thing)} cannot be pressed')


def set_text(thing, words):
    """Into an entry, or the entry inside a row."""
    for inner in walk(thing):
        try:
            if inner.queryEditableText().setTextContents(words):
                return
        except NotImplementedError:
            continue
    raise Stuck(f'{describe(thing)} takes no text')


def describe(thing):
    return f'{thing.getRoleName()} “{name_of(thing)}”'


def tree(root, depth=0):
    """The accessibility tree as text, for whoever writes a story."""
    if root is None:
        return
    state = root.getState()
    marks = ''.join(mark for mark, flag in (('f', pyatspi.STATE_FOCUSABLE), ('F', pyatspi.STATE_FOCUSED),
                                            ('s', pyatspi.STATE_SELECTED), ('v', pyatspi.STATE_VISIBLE))
                    if state.contains(flag))
    words = text(root)
    # What every label can do is not news.
    own = [action for action in actions(root) if not action.startswith(('clipboard.', 'selection.', 'link.', 'menu.'))]
    print('# ' + '  ' * depth + describe(root) + f' [{marks}] {" ".join(own)}'
          + (f' = {words[:60]}' if words and words != name_of(root) else ''))
    for child in children(root):
        tree(child, depth + 1)


class Failed(Exception):
    """A step that was told and did not hold."""


class Story:
    """Steps, each a test point; the first that fails ends the story and shows the tree as it was."""

    def __init__(self):
        self.count = 0
        self.good = True

    def check(self, words, holds):
        """A point that may fail without ending the story."""
        self.count += 1
        self.good = self.good and bool(holds)
        print(f"{'ok' if holds else 'not ok'} {self.count} - {words}", flush=True)

    def step(self, words, holds=True):
        self.check(words, holds)
        if not holds:
            raise Failed(words)

    def run(self, tell):
        """Runs the function that tells the story and exits as Meson expects."""
        try:
            tell(self)
        except Exception as error:
            self.good = False
            if not isinstance(error, Failed):
                self.count += 1
                print(f'not ok {self.count} - {error}', flush=True)
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
        print(f'1..{self.count}', flush=True)
        sys.exit(0 if self.good else 1)


@contextlib.contextmanager
def running(*command, env=None):
    """A program for the length of a with statement; what stood on the screen is shown when the story breaks."""
    with Program(*command, env=env) as program:
        try:
            yield program
        except Exception:
            if program.process.poll() is None:
                tree(program.app)
            raise
