#!/usr/bin/python3
"""story-bad-files.py BUILD SOURCE: files that are not what they should be, chosen in the window one after the other.

Each ends in a sentence that says what is wrong, with nothing to press that would bring it in, and leaves the project as
it was: the file that was opened has not a byte of it, and there is nothing to save and nothing to undo.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import struct
import tempfile

import driver
from branchline import CLI, PROGRAM, choose_file

HEADER = 'Reporting service,Name,Type,Postcode,Easting,Northing,Operation in 2023,Statutory in 2023\n'
OURS = 'Newcastle City Council,{},Static Library,NE1 1AA,{},{},LA,Yes\n'
SQUARE = '[[[-1.60,55.00],[-1.58,55.00],[-1.58,55.01],[-1.60,55.01],[-1.60,55.00]]]'


def promise():
    """A workbook of two hundred bytes that promises to unpack to two thousand million."""
    member = b'xl/worksheets/sheet1.xml'
    local = struct.pack('<IHHHHHIIIHH', 0x04034B50, 20, 0, 8, 0, 0, 0, 2, 0x7FFFFFFF, len(member), 0) + member + b'\x03\0'
    central = struct.pack('<IHHHHHHIIIHHHHHII', 0x02014B50, 20, 20, 0, 8, 0, 0, 0, 2, 0x7FFFFFFF, len(member),
                          0, 0, 0, 0, 0, 0) + member
    return local + central + struct.pack('<IHHHHIIH', 0x06054B50, 0, 0, 1, 1, len(central), len(local), 0)


# Name, what is in it, words that the person must be told.
FILES = (
    ('empty.csv', '', 'is empty'),
    ('cut.csv', HEADER + OURS.format('North', 424000, 565000) + 'Newcastle City Council,South Libr',
     'this row has 2 cells where the header has 8'),
    ('quote.csv', HEADER + 'Newcastle City Council,"North,Static Library\nNewcastle City Council,South\n',
     'a quotation mark opened on this line is never closed'),
    ('ragged.csv', 'LSOA code,pop\nE01008288,1\nE01008289,2,3\n', 'this row has 3 cells where the header has 2'),
    ('other-columns.csv', 'colour,size\nred,1\n', '“other-columns.csv” is neither'),
    ('text.csv', 'LSOA code,pop\nE01008288,12a\n', '“12a” in “pop” is not a number'),
    ('twice.csv', 'LSOA code,pop\nE01008288,1\nE01008289,2\nE01008288,3\n', 'E01008288 stands twice'),
    ('no-codes.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"colour":"red"},'
     '"geometry":{"type":"Polygon","coordinates":' + SQUARE + '}}]}', 'looks like the code of an area'),
    ('far.csv', HEADER + OURS.format('North', 9424000, 565000), 'lies outside Great Britain'),
    ('theirs.csv', HEADER + OURS.format('North', 424000, 565000).replace('Newcastle', 'Leeds'),
     'has no row of “Newcastle City Council”'),
    ('promise.xlsx', promise(), 'promises to unpack to'),
    ('source.csv', '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource></OGRVRTLayer>'
     '</OGRVRTDataSource>\n', 'holds XML'),
)


def can_bring_in(window):
    return any(driver.name_of(thing).startswith('Bring in ') and thing.getRoleName() == 'push button'
               and driver.pyatspi.STATE_SENSITIVE in thing.getState().getStates()
               and driver.pyatspi.STATE_SHOWING in thing.getState().getStates() for thing in driver.walk(window))


def tell(story, folder):
    path = os.path.join(folder, 'newcastle.branchline')
    driver.subprocess.run([CLI, 'new', path, '--title', 'Newcastle', '--service', 'Newcastle upon Tyne', '--from-reference'],
                          check=True, capture_output=True)
    with open(path, 'rb') as file:
        before = file.read()

    with driver.running(PROGRAM, path) as program:
        program.await_one('list', 'Pages', seconds=20)

        def leave(window):
            program.activate('window.close', window)
            program.wait(lambda: len(program.tops()) == 1, 'the end of the import')

        for name, content, words in FILES:
            bad = os.path.join(folder, name)
            with open(bad, 'wb') as out:
                out.write(content if isinstance(content, bytes) else content.encode())
            program.activate('win.import')
            choose_file(program, bad, 'Bring in')
            program.await_words(words, 10)
            window = program.window()
            story.check(f'{name}: {words}', not can_bring_in(window))
            leave(window)

        # Not UTF-8: the question is put with the line as it would read, and left unanswered.
        bad = os.path.join(folder, 'cafe.csv')
        with open(bad, 'wb') as out:
            out.write((HEADER + OURS.format('Café', 424000, 565000)).encode('latin-1'))
        program.activate('win.import')
        choose_file(program, bad, 'Bring in')
        program.await_words('is not in UTF-8', 10)
        window = program.window()
        story.check('cafe.csv: how it would read is shown', program.says('Café', window) and not can_bring_in(window))
        leave(window)

        story.check('nothing to undo and nothing to save', not program.says('Unsaved changes')
                    and driver.find_pressable(program.main(), 'Save') is None
                    and any(thing.description == 'Nothing to undo' for thing in driver.walk(program.main())))
    with open(path, 'rb') as file:
        story.check('the project has not changed by a byte', file.read() == before)


with tempfile.TemporaryDirectory() as place:
    driver.Story().run(lambda story: tell(story, place))
