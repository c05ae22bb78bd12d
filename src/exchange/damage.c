/* damage.c: letters that were damaged on the way to us
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "damage.h"

#include "text.h"

#include <string.h>

/* One character that stands for a lost one: U+FFFD and its bytes read as
 * windows-1252; and the right quotation mark as it comes out of a Macintosh. */
static const struct
{
  const char *damaged, *mended; /* NULL: to be guessed */
} signs[] = {
  { "ï¿½", NULL }, { "\xEF\xBF\xBD", NULL }, { "‰Ûª", "’" }, { "‰ÛÒ", "–" }, { "‰ÛÏ", "“" },
};

/* Words with a letter beyond ASCII that stand in lists of libraries; the letter is guessed by the rest of the word. */
static const char *const words[] = {
  "café",   "cafés",  "crèche",  "crèches",  "fête",    "fêtes",  "château", "façade", "naïve",   "matinée", "soirée",
  "résumé", "exposé", "décor",   "señor",    "brontë",  "zoë",    "chloë",   "éclair", "protégé", "cliché",  "noël",
  "élan",   "rené",   "andré",   "josé",     "déjà",    "voilà",  "première", "début", "piñata",  "bébé",
};

static gboolean
is_damaged (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i].damaged) != NULL)
      return TRUE;
  return FALSE;
}

/* UTF-8 that was taken for windows-1252 and encoded again: the only text whose
 * characters, written as windows-1252, are UTF-8 with fewer characters. */
static char *
unfold_twice_encoded (const char *text)
{
  g_autofree char *bytes = NULL;

  if (strstr (text, "Ã") == NULL && strstr (text, "â€") == NULL && strstr (text, "Â") == NULL)
    return NULL;
  bytes = g_convert (text, -1, "CP1252", "UTF-8", NULL, NULL, NULL);
  if (bytes == NULL || !g_utf8_validate (bytes, -1, NULL) || g_str_equal (bytes, text)
      || g_utf8_strlen (bytes, -1) >= g_utf8_strlen (text, -1))
    return NULL;
  return g_steal_pointer (&bytes);
}

/* Whether @word with one character in place of the damage is @candidate: the same before and after. */
static gboolean
fits (const char *before, const char *after, const char *candidate)
{
  gsize length = strlen (candidate), head = strlen (before), tail = strlen (after);
  const char *middle, *next;

  if (head + tail >= length || g_ascii_strncasecmp (before, candidate, head) != 0
      || g_ascii_strcasecmp (after, candidate + length - tail) != 0)
    return FALSE;
  middle = candidate + head;
  next = g_utf8_find_next_char (middle, NULL);
  return (guchar) *middle >= 0x80 && (gsize) (next - candidate) == length - tail;
}

/* What the damage between @before and @after, parts of one word, was. */
static char *
guess_character (const char *before, const char *after)
{
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fits (before, after, words[i]))
      {
        /* Two words that differ in the very letter fit: nothing is known. */
        if (found != NULL
            && g_utf8_get_char (found + strlen (before)) != g_utf8_get_char (words[i] + strlen (before)))
          return g_strdup ("?");
        found = words[i];
      }
  if (found != NULL)
    {
      const char *middle = found + strlen (before);
      gunichar c = g_utf8_get_char (middle);
      char utf8[8] = { 0 };
      guint letters = 0, upper = 0;

      for (const char *p = before; *p != '\0'; p++)
        {
          letters += g_ascii_isalpha (*p);
          upper += g_ascii_isupper (*p);
        }
      if (letters > 1 && upper == letters)
        c = g_unichar_toupper (c);
      utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
      return g_strdup (utf8);
    }
  if (*before != '\0' && (g_ascii_strcasecmp (after, "s") == 0 || g_ascii_strcasecmp (after, "t") == 0))
    return g_strdup ("’");
  if (*before == '\0' && *after == '\0')
    return g_strdup ("–");
  return g_strdup ("?");
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c);
}

/* Mends the first damage in @text; @word: the word it stands in, mended. */
static char *
mend_first (const char *text, char **word)
{
  const char *at = NULL;
  guint sign = 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *found = strstr (text, signs[i].damaged);
      if (found != NULL && (at == NULL || found < at))
        at = found, sign = i;
    }
  const char *after = at + strlen (signs[sign].damaged), *start = at, *end = after;
  while (start > text && is_word_byte (start[-1]))
    start--;
  while (is_word_byte (*end))
    end++;
  g_autofree char *head = g_strndup (start, at - start), *tail = g_strndup (after, end - after);
  g_autofree char *character
      = signs[sign].mended != NULL ? g_strdup (signs[sign].mended) : guess_character (head, tail);
  g_autofree char *before = g_strndup (text, at - text);

  if (word != NULL && *word == NULL)
    *word = g_strconcat (head, character, tail, NULL);
  return g_strconcat (before, character, after, NULL);
}

/* The words round the first difference, up to commas and line breaks. */
static char *
part_of (const char *text, const char *mended)
{
  const char *at = text, *start, *end;

  for (gsize i = 0; text[i] != '\0' && text[i] == mended[i]; i++)
    at = text + i + 1;
  start = end = at;
  while (start > text && strchr (",;\n", start[-1]) == NULL)
    start--;
  while (*end != '\0' && strchr (",;\n", *end) == NULL)
    end++;
  g_autofree char *part = g_strndup (start, end - start);
  return g_strdup (g_strstrip (part));
}

char *
bl_damage_mend (const char *text, char **part, char **word)
{
  g_autofree char *mended = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  *part = *word = NULL;
  /* All of ASCII is the usual case. */
  for (const char *p = text;; p++)
    {
      if (*p == '\0')
        return NULL;
      if ((guchar) *p >= 0x80)
        break;
    }
  if (is_damaged (text))
    {
      mended = g_strdup (text);
      for (guint i = 0; i < 64 && is_damaged (mended); i++)
        {
          char *next = mend_first (mended, word);
          g_free (mended);
          mended = next;
        }
      *part = part_of (text, mended);
      return g_steal_pointer (&mended);
    }
  mended = unfold_twice_encoded (text);
  if (mended == NULL)
    return NULL;
  *part = part_of (text, mended);
  *word = part_of (mended, text);
  return g_steal_pointer (&mended);
}
