#!/usr/bin/python3
"""story-conflict.py BUILD SOURCE: two people, each with a program of their own, work on one file.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import subprocess
import tempfile

import driver
from branchline import CLI, PROGRAM, await_field, cli, field, pick_library


@contextlib.contextmanager
def other_session():
    """A session bus of its own, so that a second program starts instead of a second window."""
    bus = subprocess.Popen(['dbus-daemon', '--session', '--nofork', '--print-address=1'], stdout=subprocess.PIPE, text=True)
    try:
        address = bus.stdout.readline().strip()
        accessible = subprocess.run(['dbus-send', '--session', '--print-reply=literal', '--dest=org.a11y.Bus',
                                     '/org/a11y/bus', 'org.a11y.Bus.GetAddress'],
                                    check=True, capture_output=True, text=True).stdout.strip()
        yield {'DBUS_SESSION_BUS_ADDRESS': address, 'AT_SPI_BUS_ADDRESS': accessible}
    finally:
        bus.terminate()
        bus.wait()


def rename(program, old, new):
    pick_library(program, old)
    await_field(program, 'Name', old)
    driver.set_text(field(program, 'Name'), new)
    program.await_words('Unsaved changes kept safe')


def save(program):
    program.activate('win.save')
    program.await_words('Saved ')


def names(path):
    return {row['library'] for row in cli('catchments', path)['catchments']}


def dialog(program, words):
    return program.wait(lambda: next((top for top in program.tops() if top != program.main() and program.says(words, top)),
                                     None), f'a dialog that says “{words}”')


def press_in(program, top, name):
    driver.press(program.wait(lambda: driver.find_pressable(top, name), name))


def tell(story, folder):
    path = os.path.join(folder, 'somerset.branchline')
    subprocess.run([CLI, 'new', path, '--title', 'Somerset plan', '--service', 'Somerset', '--from-reference'],
                   check=True, capture_output=True)

    with other_session() as env, driver.running(PROGRAM, path) as ours, driver.running(PROGRAM, path, env=env) as theirs:
        rename(ours, 'Minehead', 'Minehead and the hills')
        theirs.take_keyboard()
        rename(theirs, 'Wellington', 'Wellington Library')
        save(theirs)
        story.step('two programs change different things, and one saves')

        ours.take_keyboard()
        ours.await_words('changed this file')
        ours.await_words('1 change there, 1 of yours not saved')
        story.step('the other notices when it gets the keyboard')
        ours.press('Look')
        top = dialog(ours, 'is now “Wellington Library”')
        story.step('both sides are told in words', ours.says('is now “Minehead and the hills”', top))
        ours.take_keyboard()
        ours.key('Escape')
        ours.wait(lambda: len(ours.tops()) == 1, 'the dialog to go')
        ours.press('Take in')
        ours.await_words('1 change by others taken in')
        pick_library(ours, 'Wellington Library')
        story.step('what does not clash is taken in without a question')
        ours.activate('win.undo')
        await_field(ours, 'Name', 'Wellington')
        ours.activate('win.redo')
        await_field(ours, 'Name', 'Wellington Library')
        story.step('as one step, to be undone and done again')
        save(ours)
        story.step('both changes are in the file', {'Minehead and the hills', 'Wellington Library'} <= names(path))

        theirs.take_keyboard()
        theirs.await_words('1 change there, nothing unsaved here')
        theirs.press('Take in')
        pick_library(theirs, 'Minehead and the hills')
        story.step('who has nothing unsaved takes in the same way')

        rename(theirs, 'Minehead and the hills', 'Minehead harbour')
        save(theirs)
        rename(ours, 'Minehead and the hills', 'Minehead town')
        ours.activate('win.save')
        ours.await_words('nothing of theirs is written over')
        story.step('a save over a changed file stops', 'Minehead harbour' in names(path))
        ours.press('Take in and save')
        top = dialog(ours, 'Yours: “Minehead town”')
        story.step('a clash is asked about, with both values', ours.says('Theirs: “Minehead harbour”', top))
        story.check('nothing is decided before one has chosen', driver.find_pressable(top, 'Take in') is None)
        ours.activate('clash.take-theirs', below=top)
        press_in(ours, top, 'Take in')
        ours.await_words('both originals are among the backups')
        ours.await_words('Saved ')
        pick_library(ours, 'Minehead harbour')
        ours.activate('win.undo')
        await_field(ours, 'Name', 'Minehead town')
        story.step('the choice is one step that can be undone')
        save(ours)
    story.check('and the file holds what was chosen last', 'Minehead town' in names(path))


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
