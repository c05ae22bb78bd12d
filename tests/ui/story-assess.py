#!/usr/bin/python3
"""story-assess.py BUILD SOURCE: two rate in response files, a third in turn on the machine; merge, meet, agree, plan, report.

What each says is laid down here, so that what comes of it can be worked out by hand.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import tempfile

import driver
from branchline import CLI, PROGRAM, choose_file, cli, open_page

# Levels by criterion; of the short route. Story is three levels apart, place is not apart at all.
ANN = {'Choices that show': 'Excellent', 'A place at the table': 'Working well', 'People know what is here': 'Early days'}
BOB = {'Choices that show': 'Taking shape', 'A place at the table': 'Working well', 'People know what is here': 'Excellent'}
CAT = {'Choices that show': 'Taking shape', 'A place at the table': 'Not sure'}
PART = {'Choices that show': 0, 'A place at the table': 2, 'People know what is here': 2}
REASON = 'The museum asks who we are'


def run(*arguments):
    done = subprocess.run([CLI, *arguments], capture_output=True, text=True)
    if done.returncode:
        raise driver.Stuck(f'branchline-cli {" ".join(arguments)}: {done.stderr}')


def prepare(folder):
    """A project with an assessment of three, and the files for two of them."""
    path = os.path.join(folder, 'service.branchline')
    run('new', path, '--title', 'Service', '--service', 'Newcastle upon Tyne', '--from-reference')
    run('assess', path, 'new', '--framework', 'self-assessment-starter', '--title', 'Spring', '--route', 'route-90',
        '--meeting', '2026-04-30')
    files = {}
    for name, role in (('Ann', 'role-staff'), ('Bob', 'role-volunteer'), ('Cat', 'role-leader')):
        run('assess', path, 'member', '--name', name, '--role', role)
    for name in ('Ann', 'Bob'):
        files[name] = os.path.join(folder, f'{name}.branchline-response')
        run('assess', path, 'response', '--member', name, '--out', files[name])
    return path, files


def rate(program, answers):
    """Chooses levels, characteristic by characteristic; a reason for the last."""
    part = 0
    for title, level in answers.items():
        while part < PART[title]:
            program.activate('rating.next')
            part += 1
        button = program.wait(lambda: driver.find_pressable(program.app, f'{title}: {level}'), f'{title}: {level}')
        driver.press(button)
        program.wait(lambda: button.getState().contains(driver.pyatspi.STATE_PRESSED)
                     or button.getState().contains(driver.pyatspi.STATE_CHECKED), f'{title}: {level} chosen')


def rate_in_file(story, path, name, answers, reason=None):
    with driver.running(PROGRAM, path) as program:
        program.await_words(f'Ratings of {name}')
        program.await_words('0 of 15 answered')
        rate(program, answers)
        program.await_words(f'{len(answers)} of 15 answered')
        if reason:
            field = program.await_one('text', 'Reason: People know what is here')
            driver.set_text(field, reason)
        program.activate('win.finish')
        program.await_words('Send the file back')
        program.await_words(path)
        program.activate('win.close')
        program.process.wait(20)
        story.check(f'the window of {name} closes without a question', program.process.returncode == 0)


def tell(story, folder):
    path, files = prepare(folder)
    rate_in_file(story, files['Ann'], 'Ann', ANN)
    rate_in_file(story, files['Bob'], 'Bob', BOB, REASON)
    story.step('two members rate in response files, each in a small window',
               all(open(file, encoding='utf-8').read().count('<rating ') == 3 for file in files.values()))

    with driver.running(PROGRAM, path) as program:
        open_page(program, 'Self-assessment')
        program.press('Cat rates here')
        program.await_words('It is the turn of Cat')
        program.activate('turn.begin')
        program.await_words('0 of 15 answered')
        rate(program, CAT)
        program.await_words('2 of 15 answered')
        story.step('the third rates in turn on the machine', not program.says(REASON))
        program.activate('rating.later')
        program.await_words('Cat rates here')

        program.press('Open Prepare')
        program.activate('files.take-in')
        choose_file(program, files['Ann'], 'Open')
        program.await_words('3 new ratings')
        driver.tree(program.app)


if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as place:
        driver.Story().run(lambda story: tell(story, place))
