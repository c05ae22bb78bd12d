/* xml-guard.c: what would make the parser slow or large, found before it is asked
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "xml-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Places for the sums of names: more than twice as many as may be, a power of two. */
#define N_PLACES 32768

typedef struct
{
  const char *at, *end;
  const char *problem;
  guint max_depth, depth, n_elements, n_names;
  gsize max_text;
  guint64 *names;
} Guard;

/* FNV-1a; two names of one sum count as one, which only makes the bound wider. */
static void
note_name (Guard *guard, const char *name, gsize length)
{
  guint64 sum = G_GUINT64_CONSTANT (14695981039346656037);
  guint place;

  for (gsize i = 0; i < length; i++)
    sum = (sum ^ (guint8) name[i]) * G_GUINT64_CONSTANT (1099511628211);
  sum |= 1; /* 0 is an empty place */
  for (place = (sum >> 20) % N_PLACES; guard->names[place] != 0; place = (place + 1) % N_PLACES)
    if (guard->names[place] == sum)
      return;
  guard->names[place] = sum;
  if (++guard->n_names > BL_XML_MAX_NAMES)
    guard->problem = _("there are more different names of elements than a project may hold");
}

static void
check_name (Guard *guard, gsize length)
{
  if (length > BL_XML_MAX_NAME)
    guard->problem = _("a name is longer than a project may hold");
}

static void
check_text (Guard *guard, const char *text, gsize length)
{
  const char *end = text + length;

  if (length > guard->max_text)
    guard->problem = _("a text is longer than a project may hold");
  /* "&name;" is a name too. */
  for (const char *p = memchr (text, '&', length); p != NULL; p = memchr (p, '&', end - p))
    {
      const char *stop = memchr (p, ';', MIN (end - p, BL_XML_MAX_NAME));

      if (stop == NULL)
        {
          check_name (guard, end - p);
          break;
        }
      p = stop;
    }
}

static void
count_element (Guard *guard)
{
  if (++guard->n_elements > BL_XML_MAX_ELEMENTS)
    guard->problem = _("there are more elements than a project may hold");
}

/* Past @stop; %FALSE where it does not come. */
static gboolean
skip_past (Guard *guard, const char *stop)
{
  const char *found = memmem (guard->at, guard->end - guard->at, stop, strlen (stop));

  if (found == NULL)
    return FALSE;
  if (found - guard->at > (gssize) guard->max_text)
    guard->problem = _("a text is longer than a project may hold");
  guard->at = found + strlen (stop);
  return TRUE;
}

static gboolean
starts (Guard *guard, const char *what)
{
  gsize length = strlen (what);

  return (gsize) (guard->end - guard->at) >= length && memcmp (guard->at, what, length) == 0;
}

static gboolean
ends_name (char c)
{
  return c == '>' || c == '/' || c == '=' || g_ascii_isspace (c);
}

static gsize
name_length (Guard *guard)
{
  const char *p = guard->at;

  while (p < guard->end && !ends_name (*p))
    p++;
  check_name (guard, p - guard->at);
  return p - guard->at;
}

/* The attribute that starts here; its value is what stands between the next two quotes. */
static gboolean
read_attribute (Guard *guard)
{
  const char *name = guard->at;
  gsize length = name_length (guard);
  const char *value, *close;

  note_name (guard, name, length);
  for (guard->at += length; guard->at < guard->end && *guard->at != '"' && *guard->at != '\''; guard->at++)
    if (*guard->at == '>' || *guard->at == '<')
      return FALSE;
  if (guard->at == guard->end)
    return FALSE;
  value = guard->at + 1;
  close = memchr (value, *guard->at, guard->end - value);
  if (close == NULL)
    return FALSE;
  check_text (guard, value, close - value);
  /* The names of namespaces are kept with those of elements. */
  if (length >= 5 && memcmp (name, "xmlns", 5) == 0)
    note_name (guard, value, close - value);
  guard->at = close + 1;
  return TRUE;
}

/* The element whose name starts here. */
static gboolean
read_tag (Guard *guard)
{
  gsize length = name_length (guard);
  guint n_attributes = 0;

  note_name (guard, guard->at, length);
  for (guard->at += length; guard->problem == NULL && guard->at < guard->end;)
    if (*guard->at == '>')
      {
        if (guard->at[-1] != '/' && ++guard->depth > guard->max_depth)
          guard->problem = _("elements are nested too deeply for a project");
        guard->at++;
        return TRUE;
      }
    else if (ends_name (*guard->at))
      guard->at++;
    else if (++n_attributes > BL_XML_MAX_ATTRIBUTES)
      guard->problem = _("an element has more attributes than a project may hold");
    else if (!read_attribute (guard))
      return FALSE;
  return FALSE;
}

/* One tag, comment, instruction or section, from its "<" on; %FALSE where the rest is for the parser. */
static gboolean
read_markup (Guard *guard)
{
  if (starts (guard, "</"))
    {
      guard->depth -= guard->depth > 0;
      guard->at += 2;
      name_length (guard);
      return skip_past (guard, ">");
    }
  if (starts (guard, "<![CDATA["))
    return skip_past (guard, "]]>");
  count_element (guard);
  if (starts (guard, "<!--"))
    {
      guard->at += 4;
      return skip_past (guard, "-->");
    }
  if (starts (guard, "<?"))
    {
      guard->at += 2;
      name_length (guard);
      return skip_past (guard, "?>");
    }
  if (starts (guard, "<!"))
    return FALSE;
  guard->at++;
  return read_tag (guard);
}

static guint
line_at (const char *xml, const char *at)
{
  guint line = 1;

  for (const char *p = xml; (p = memchr (p, '\n', at - p)) != NULL; p++)
    line++;
  return line;
}

const char *
bl_xml_guard_check (const char *xml, gsize length, guint max_depth, gsize max_text, guint *line)
{
  Guard guard = { .at = xml, .end = xml + length, .max_depth = max_depth, .max_text = max_text };
  g_autofree guint64 *names = g_new0 (guint64, N_PLACES);

  guard.names = names;
  while (guard.problem == NULL)
    {
      const char *markup = memchr (guard.at, '<', guard.end - guard.at);
      const char *stop = markup != NULL ? markup : guard.end;

      check_text (&guard, guard.at, stop - guard.at);
      guard.at = stop;
      if (markup == NULL || guard.problem != NULL || !read_markup (&guard))
        break;
    }
  if (guard.problem != NULL)
    *line = line_at (xml, guard.at);
  return guard.problem;
}
