"""gallery.py PROGRAM SOURCE FOLDER SIZE VARIANT: the pictures of one variant; run by tools/gallery.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import os
import shutil
import subprocess
import sys
import time

PROGRAM, SOURCE, FOLDER, SIZE, VARIANT = sys.argv[1:6]
sys.path.insert(0, os.path.join(SOURCE, 'tests', 'ui'))
import driver  # noqa: E402

WIDTH, HEIGHT = (int(part) for part in SIZE.split('x'))
SAMPLE = os.path.join(SOURCE, 'data', 'sample', 'newcastle.branchline')
SHARED = os.environ.get('BRANCHLINE_SHARED_DATA') or os.path.join(SOURCE, '..', 'shared', 'data')
# Without a window manager a window has a plain border of this many pixels.
BORDER = 5


def fill_screen(program):
    """The window over the whole screen, its border outside, and with the keyboard."""
    window = program.take_keyboard()
    subprocess.run(['xdotool', 'windowsize', window, str(WIDTH + 2 * BORDER), str(HEIGHT + 2 * BORDER),
                    'windowmove', window, str(-BORDER), str(-BORDER)], check=True)


def grab(path):
    subprocess.run(['/usr/bin/import', '-silent', '-window', 'root', path], check=True)
    with open(path, 'rb') as picture:
        return hashlib.sha256(picture.read()).digest()


def shoot(name, settle=20):
    """A picture once nothing moves any more: two looks a quarter of a second apart are the same."""
    path = os.path.join(FOLDER, name if VARIANT == 'readme' else f'{name}-{VARIANT}') + '.png'
    end = time.monotonic() + settle
    last = grab(path)
    while time.monotonic() < end:
        time.sleep(0.25)
        now = grab(path)
        if now == last:
            break
        last = now
    print(path, flush=True)


def attempt(what, function):
    """A page that cannot be reached is said, and the others are still shown."""
    try:
        function()
        return True
    except Exception as error:
        print(f'{VARIANT}: {what}: {error}', file=sys.stderr)
        return False


def start_and_assistant():
    """The start window, then making a project for another service, step by step."""
    with driver.running(PROGRAM) as program:
        fill_screen(program)
        shoot('01-start')
        program.press('New project')
        if not attempt('choose a service', lambda: choose_service(program, 'Somerset')):
            return
        shoot('02-new-project-service')
        for number, step in enumerate(('libraries', 'areas', 'review'), 3):
            if not attempt(step, lambda: program.activate('new-project.next')):
                return
            shoot(f'{number:02}-new-project-{step}')


def choose_service(program, name):
    entry = program.await_one('text', contains='Search') if False else \
        program.wait(lambda: next((thing for thing in driver.walk(program.app)
                                   if thing.getRoleName() in ('text', 'entry') and 'ervice' in driver.name_of(thing)),
                                  None), 'the search of services')
    driver.set_text(entry, name)


def project():
    """Every page of the sample, and each with its table or pane."""
    with driver.running(PROGRAM, '--sample') as program:
        program.wait(lambda: program.find('list', 'Pages'), 'the project', 20)
        fill_screen(program)
        shoot('10-overview')
        if attempt('libraries', lambda: program.activate('win.show-libraries')):
            shoot('11-libraries')
        if attempt('map', lambda: program.activate('win.show-map')):
            shoot('12-map')


def dialogs():
    with driver.running(PROGRAM, '--sample') as program:
        program.wait(lambda: program.find('list', 'Pages'), 'the project', 20)
        fill_screen(program)


if __name__ == '__main__':
    good = [attempt(part.__name__, part) for part in (start_and_assistant, project)]
    sys.exit(0 if all(good) else 1)
