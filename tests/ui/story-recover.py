#!/usr/bin/python3
"""story-recover.py BUILD SOURCE: the program is killed, and nothing that was done is lost.

The figures are those of Somerset by method A, published beside the data and worked out
apart from this program.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import tempfile

import driver
from branchline import CLI, PROGRAM, await_detail, await_field, catchment, cli, field, open_page, pick_library

# Before the clock of the stories, so that the kept work is newer.
EARLIER = 1_776_300_000
KEPT = 'Unsaved work was kept'


def close_front(program):
    """The dialog in front, by its key."""
    program.take_keyboard()
    program.key('Escape')
    program.wait(lambda: len(program.tops()) == 1, 'the dialog to go')


def rename(program, old, new):
    pick_library(program, old)
    await_field(program, 'Name', old)
    driver.set_text(field(program, 'Name'), new)
    program.await_words('Unsaved changes kept safe')


def tell(story, folder):
    path = os.path.join(folder, 'somerset.branchline')
    driver.subprocess.run([CLI, 'new', path, '--title', 'Somerset plan', '--service', 'Somerset', '--from-reference'],
                          check=True, capture_output=True)
    os.utime(path, (EARLIER, EARLIER))
    before = open(path, 'rb').read()

    with driver.running(PROGRAM, path) as program:
        rename(program, 'Minehead', 'Minehead and the hills')
        program.kill()
    story.step('killed, the program leaves the file as it was', open(path, 'rb').read() == before)

    with driver.running(PROGRAM) as program:
        program.await_words(KEPT)
        program.await_words('newer than the file')
        story.check('and that it ended unexpectedly', program.says('when the program ended unexpectedly'))
        story.step('started again, it says that there is newer work')
        program.press('Compare')
        program.await_words('is now “Minehead and the hills”')
        story.step('the differences are told in words')
        close_front(program)
        program.press('Take back')
        open_page(program, 'Libraries')
        pick_library(program, 'Minehead and the hills')
        await_field(program, 'Name', 'Minehead and the hills')
        program.await_words('Unsaved changes kept safe')
        story.step('taken back, the change is there, and kept safe')
        open_page(program, 'Map')
        for words in ('Minehead and the hills', '15,287', '1,539 m'):
            await_detail(program, words)
        story.step('with the same figures')
        program.kill()

    with driver.running(PROGRAM, path) as program:
        program.await_words(KEPT)
        story.step('killed once more, the file offers the work when it is opened')
        program.press('Take back')
        program.wait(lambda: not program.says(KEPT), 'the end of the offer')
        pick_library(program, 'Minehead and the hills')
        program.activate('win.undo')
        await_field(program, 'Name', 'Minehead')
        story.step('what was done before the crash can be undone')
        program.activate('win.redo')
        await_field(program, 'Name', 'Minehead and the hills')
        program.activate('win.save')
        program.await_words('Saved ')
        story.step('done again and saved')
    story.check('the file holds it', catchment(path, 'Minehead and the hills')['population'] == 15287)

    os.utime(path, (EARLIER, EARLIER))
    with driver.running(PROGRAM, path) as program:
        rename(program, 'Minehead and the hills', 'Minehead harbour')
        story.check('what was saved is not offered again', not program.says(KEPT))
        program.activate('win.close')
        program.process.wait(20)
    story.step('a window with unsaved work closes without a question', program.process.returncode == 0)

    with driver.running(PROGRAM) as program:
        program.await_words(KEPT)
        story.check('closed on purpose is told from a crash', program.says('when its window was closed'))
        program.press('Take back')
        pick_library(program, 'Minehead harbour')
        story.step('and the work waits on the start page')
        program.activate('win.revert')
        await_field(program, 'Name', 'Minehead and the hills')
        program.await_words('Back at the saved file')
        program.await_words('Saved ')
        story.step('it can be given up for the saved file')
        program.activate('win.undo-revert')
        await_field(program, 'Name', 'Minehead harbour')
        story.step('and that, too, can be undone')
        program.activate('win.revert')
        await_field(program, 'Name', 'Minehead and the hills')
        program.activate('win.close')
        program.process.wait(20)

    with driver.running(PROGRAM, path) as program:
        pick_library(program, 'Minehead and the hills')
        story.check('given up, it is not offered again', not program.says(KEPT))
    story.check('and the file is as it was saved', cli('info', path)['libraries'] > 0)


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
