#!/usr/bin/env python3
"""test-house.py: the rules of the house that a compiler does not see.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import xml.etree.ElementTree as ElementTree

import tap
from tree import ROOT, below, lines, text, tracked, without_comments

# In each room only these may be asked for by name; the include directories say the same (test-layers.py).
ROOMS = ['base', 'project', 'frameworks', 'store', 'geo', 'analysis', 'exchange', 'draw', 'report', 'cli', 'app']
USES = {
    'base': set(),
    'project': {'base'},
    'frameworks': {'base', 'project'},
    'store': {'base', 'project'},
    'geo': {'base'},
    'analysis': {'base', 'project', 'frameworks', 'geo'},
    'exchange': {'base', 'project', 'frameworks', 'geo', 'analysis', 'store'},
    'draw': {'base', 'project', 'frameworks', 'geo', 'analysis'},
    'report': {'base', 'project', 'frameworks', 'geo', 'analysis', 'store', 'exchange', 'draw'},
}
USES['cli'] = USES['report'] | {'report'}
USES['app'] = USES['report'] | {'report'}
TOOLKITS = [
    (re.compile(r'^(gtk|gdk/|gsk/|adwaita|libadwaita|shumate)'), {'app'}),
    (re.compile(r'^(cairo|pango)'), {'draw', 'report', 'app'}),
    (re.compile(r'^(gdal|ogr|cpl_|proj)'), {'geo', 'exchange'}),
    (re.compile(r'^json-glib'), {'exchange', 'report', 'cli'}),
]
# Calls nobody may make, but for the file named.
BANNED = [
    (r'\bg_file_replace_contents(_async)?\s*\(', None, 'it loses the old file when the disk is full'),
    (r'\b(g_get_real_time|g_date_time_new_now\w*|g_get_current_time|time|gettimeofday)\s*\(', 'src/base/clock.c',
     'only the clock asks the time'),
    (r'(?<![\w])(strtod|atof|atoi|atol|strcpy|strcat|sprintf|gets)\s*\(', None,
     'use the g_ascii_ and g_str functions'),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def sources():
    return below('src', '.c', '.h')


def rooms():
    """An include that points up, by name: the finer order inside what the compiler lets through."""
    owner = {}
    for path in sources():
        if path.suffix == '.h':
            owner.setdefault(path.name, set()).add(path.parts[1])
    for path in sources():
        room = path.parts[1]
        if room not in USES:
            yield f'{path}: no room of this name in the design'
            continue
        for mark, name in INCLUDE.findall(text(path)):
            if mark == '<':
                for pattern, allowed in TOOLKITS:
                    if pattern.match(name) and room not in allowed:
                        yield f'{path}: <{name}> has no place in {room}/'
            elif name in owner and not owner[name] & (USES[room] | {room}):
                yield f'{path}: "{name}" is of {" or ".join(owner[name])}/, which {room}/ must not know'


def one_header_name():
    seen = {}
    for path in sources():
        if path.suffix == '.h' and not path.name.endswith('-private.h'):
            if path.name in seen:
                yield f'{path}: {seen[path.name]} has the same name'
            seen[path.name] = path


def banned_calls():
    for path in sources():
        code = without_comments(text(path))
        for pattern, home, why in BANNED:
            if str(path) == home:
                continue
            for match in re.finditer(pattern, code):
                line = code.count('\n', 0, match.start()) + 1
                yield f'{path}:{line}: {match.group(0).rstrip("( ")}: {why}'


def no_leftovers():
    pattern = re.compile('(?<![\\w.}-])/(tmp|work)/|\\b(' + 'TO' + 'DO|FIX' + r'ME|X' + r'XX)\b')
    for path in tracked():
        if path.name == 'COPYING' or path.parts[0] == '.git' or path.suffix in ('.svg', '.branchline'):
            continue
        for number, line in lines(path):
            found = pattern.search(line)
            if found and path.name not in ('test-house.py', 'count-tests.py'):
                yield f'{path}:{number}: {found.group(0)}'


def sizes():
    """600 lines want a reason, 1000 are too many; the published facts are data, not text."""
    for path in tracked():
        if path.suffix in ('.c', '.h', '.py', '.ui') and path.parts[0] in ('src', 'ui', 'tests', 'tools'):
            count = text(path).count('\n')
            if count > 1000:
                yield f'{path}: {count} lines'


def headings():
    """A C file begins with its own name and a licence."""
    for path in below('src', '.c', '.h') + below('tests', '.c', '.h'):
        head = text(path)[:600]
        if not head.startswith(f'/* {path.name}: '):
            yield f'{path}: the first line is not "/* {path.name}: what it is"'
        if 'SPDX-License-Identifier: GPL-3.0-or-later' not in head:
            yield f'{path}: no SPDX line'


def class_name(stem):
    return 'Bl' + ''.join(word.capitalize() for word in stem.split('-'))


def templates():
    """File = type = template: src/app/map-page.c, BlMapPage, ui/map-page.ui."""
    for path in below('src', '.c'):
        code = text(path)
        for name in re.findall(r'set_template_from_resource\s*\([^,]+,\s*[^;]*?([\w-]+)\.ui"', code):
            if name != path.stem:
                yield f'{path}: its template is called {name}.ui'
            if not (ROOT / 'ui' / f'{name}.ui').is_file():
                yield f'{path}: there is no ui/{name}.ui'
    for path in below('ui', '.ui'):
        for template in ElementTree.parse(ROOT / path).getroot().iter('template'):
            if template.get('class').lower() != class_name(path.stem).lower():
                yield f'{path}: its template is {template.get("class")}, not {class_name(path.stem)}'
            if not (ROOT / 'src' / 'app' / f'{path.stem}.c').is_file():
                yield f'{path}: there is no src/app/{path.stem}.c'


def resources():
    """A template that is not among the resources is found out only when its page is opened."""
    listed = {'ui/' + node.text for node in ElementTree.parse(ROOT / 'ui/branchline.gresource.xml').iter('file')}
    for path in below('ui', '.ui', '.css'):
        if str(path) not in listed:
            yield f'{path} is not in ui/branchline.gresource.xml'


def keys():
    """Every action with a key is in the shortcuts window."""
    overlay = ElementTree.parse(ROOT / 'ui/gtk/help-overlay.ui').getroot()
    shown = {prop.text for prop in overlay.iter('property') if prop.get('name') == 'action-name'}
    titled = {prop.text for prop in overlay.iter('property') if prop.get('name') == 'accelerator'}
    code = without_comments(text(next(path for path in tracked() if str(path) == 'src/app/application.c')))
    for action, accelerators in re.findall(r'\{ "((?:app|win)\.[\w-]+)", \{ ((?:"[^"]+",? ?)+)\} \}', code):
        if action not in shown and not any(key in ' '.join(titled).split() for key in re.findall('"([^"]+)"', accelerators)):
            yield f'{action} ({accelerators.strip()}) is not in ui/gtk/help-overlay.ui'


def sizes_of_text():
    """Text given in pixels does not grow with the text setting."""
    for path in below('ui', '.css'):
        for number, line in lines(path):
            if re.search(r'font(-size)?\s*:[^;]*\d(px|pt)\b', line):
                yield f'{path}:{number}: {line.strip()}'


def properties(node):
    return {child.get('name'): child for child in node.findall('property')}


def icon_buttons():
    """A button that shows only a picture has a tooltip and a name for those who do not see it."""
    for path in below('ui', '.ui'):
        for node in ElementTree.parse(ROOT / path).getroot().iter('object'):
            if node.get('class') not in ('GtkButton', 'GtkToggleButton', 'GtkMenuButton'):
                continue
            own = properties(node)
            if 'icon-name' not in own or 'label' in own:
                continue
            named = any(prop.get('name') in ('label', 'labelled-by')
                        for block in node.findall('accessibility') for prop in block)
            what = f'{path}: the button {node.get("id") or own["icon-name"].text}'
            # A name that depends on what the button is for today is given in C.
            code = ROOT / 'src' / 'app' / f'{path.stem}.c'
            if node.get('id') and code.is_file() and \
                    re.search(rf'set_tooltip_text \([^;]*\b{node.get("id")}\b', code.read_text(encoding='utf-8')):
                continue
            if 'tooltip-text' not in own:
                yield f'{what} has no tooltip'
            if not named and 'tooltip-text' not in own:
                yield f'{what} has no accessible name'


def translatable():
    """What a person reads is marked for translation, and is set with real quotes and dots."""
    reads = {'label', 'title', 'subtitle', 'tooltip-text', 'placeholder-text', 'description', 'text'}
    for path in below('ui', '.ui'):
        for node in ElementTree.parse(ROOT / path).getroot().iter():
            words = node.text or ''
            if node.tag in ('property', 'attribute', 'item') and node.get('translatable') is None:
                if node.tag == 'property' and node.get('name') in reads and re.search('[A-Za-z]{2}', words) and words != 'Branchline' \
                   and node.get('bind-source') is None:
                    yield f'{path}: “{words.strip()}” is not marked translatable'
            elif node.get('translatable') and re.search(r'\.\.\.|"', words):
                yield f'{path}: “{words.strip()}” has typewriter dots or quotes'
    for path in below('src', '.c'):
        code = without_comments(text(path))
        for match in re.finditer(r'\b(?:N?_|C_|ngettext)\s*\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)', code):
            if re.search(r'\.\.\.|\\"', match.group(1)):
                line = code.count('\n', 0, match.start()) + 1
                yield f'{path}:{line}: {match.group(1).strip()} has typewriter dots or quotes'


def links():
    """Every file a page names in a link is there."""
    for path in tracked():
        if path.suffix != '.md':
            continue
        for target in re.findall(r'\]\(([^)#\s]+)', text(path)):
            if '://' not in target and not (ROOT / path.parent / target).exists():
                yield f'{path}: {target} is not there'


def versions():
    """The version is the same wherever it is said."""
    version = re.search(r"version: '([^']+)'", text(next(p for p in tracked() if str(p) == 'meson.build'))).group(1)
    metainfo = (ROOT / 'data' / 'io.github.branchline.Branchline.metainfo.xml.in').read_text(encoding='utf-8')
    if f'<release version="{version}"' not in metainfo:
        yield f'the metainfo says nothing of {version}'
    if f'## {version}' not in (ROOT / 'CHANGELOG.md').read_text(encoding='utf-8'):
        yield f'CHANGELOG.md says nothing of {version}'


if __name__ == '__main__':
    tap.run([
        ('rooms', rooms),
        ('one header of a name', one_header_name),
        ('calls nobody may make', banned_calls),
        ('nothing left over', no_leftovers),
        ('sizes', sizes),
        ('headings', headings),
        ('templates', templates),
        ('resources', resources),
        ('keys are shown', keys),
        ('text grows', sizes_of_text),
        ('icon buttons have names', icon_buttons),
        ('words are translatable and well set', translatable),
        ('links', links),
        ('versions', versions),
    ])
