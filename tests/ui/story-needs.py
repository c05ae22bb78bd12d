#!/usr/bin/python3
"""story-needs.py BUILD SOURCE: change a weight, see the order change, undo, read a library's profile.

The figures of need are those of the mock-up of the page, worked out apart from this program.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import tempfile

import driver
from branchline import PROGRAM, SOURCE, cli, open_page


def first_row(program, table):
    """The first row of a table, by its name: '… 025E, need 84'."""
    found = driver.find(program.find('panel', 'Needs'), 'tree table', table)
    rows = driver.find(found, 'list') if found else None
    kids = driver.children(rows) if rows else []
    return driver.name_of(kids[0]) if kids and kids[0] else ''


def await_first(program, words, table='Areas by need'):
    program.wait(lambda: words in first_row(program, table), f'“{words}” first in {table}')


def slider(program, name):
    return program.wait(lambda: driver.find(program.find('panel', 'Needs'), 'slider', name), name)


def tell(story, folder):
    path = os.path.join(folder, 'newcastle.branchline')
    shutil.copy(os.path.join(SOURCE, 'data', 'sample', 'newcastle.branchline'), path)
    before = open(path, 'rb').read()

    with driver.running(PROGRAM, path) as program:
        page = open_page(program, 'Needs')
        await_first(program, '025E, need 84')
        program.await_words('Highest need is spread over eight libraries')
        program.await_words('Four of the ten areas of highest need stay in the ten')
        story.step('areas stand in order of need at once')
        story.check('and nothing is stored for that', open(path, 'rb').read() == before)

        slider(program, 'Weight of Distance').queryValue().currentValue = 90
        program.wait(lambda: 'need 84' not in first_row(program, 'Areas by need'), 'another order')
        program.await_words('Weights add to 175%')
        program.await_words('Unsaved changes')
        story.step('another weight is another order')

        program.activate('win.undo')
        await_first(program, '025E, need 84')
        program.await_words('Weights add to 100%')
        story.step('undone, it is the order of before')

        program.activate('win.redo')
        program.await_words('Weights add to 175%')
        program.activate('weights.bring-to-100')
        program.await_words('Weights add to 100%')
        story.step('weights are brought to 100% in one go')

        program.activate('needs.show-libraries', page)
        program.wait(lambda: driver.find(program.find('panel', 'Needs'), 'tree table', 'Libraries by need'),
                     'the libraries')

        def pick():
            rows = driver.find(driver.find(program.find('panel', 'Needs'), 'tree table', 'Libraries by need'), 'list')
            for index, row in enumerate(driver.children(rows)):
                if row and driver.name_of(row).startswith('Walker Library'):
                    return rows.querySelection().selectChild(index)
            return False
        program.wait(pick, 'Walker in the table')
        program.await_words('How it is used')
        program.await_words('People in the most deprived fifth')
        program.await_words('84%')
        program.await_words('Enter its running cost on the Libraries page.')
        story.step('the profile says what is known of a library, and what to do about the rest')

        program.activate('win.save')
        program.await_words('Saved ')
    answer = cli('needs', path)
    weights = [measure['weight'] for measure in answer['index']['measures']]
    story.check('the command line finds the weights that were kept',
                answer['index']['id'] is not None and abs(sum(weights) - 100) < 0.1 and weights[3] > 50)


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
