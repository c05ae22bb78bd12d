#!/usr/bin/python3
"""story-map.py BUILD SOURCE: who can reach a library and when; two figures at once; how one library is used.

The figures are those published for Newcastle (93.6% within a mile) and of the sample.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import tempfile

import driver
from branchline import PROGRAM, SOURCE, open_page


def tell(story, folder):
    path = os.path.join(folder, 'newcastle.branchline')
    shutil.copy(os.path.join(SOURCE, 'data', 'sample', 'newcastle.branchline'), path)

    with driver.running(PROGRAM, path) as program:
        page = open_page(program, 'Map')
        program.await_words('175 areas')
        program.activate('map.show-access', page)
        program.await_words('Half live within', 15)
        program.await_words('1 mile in a straight line')
        program.await_words('93.6%')
        story.step('access is seen whole below the map')

        program.activate('map.show-areas', page)
        program.await_words('175 areas')
        program.activate('map.next-library', page)
        program.press('Use')
        program.await_words('visits per 1,000 people nearest')
        story.step('how a library is used stands in the pane')
        program.press('Building')
        program.await_words('hours open a week')
        story.step('and what its building is')


with tempfile.TemporaryDirectory() as scratch:
    driver.Story().run(lambda story: tell(story, scratch))
