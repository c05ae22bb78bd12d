/* text.h: text and numbers, in files (C locale) and for people (British English)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shortest decimal text that reads back to the same double, C locale; no
 * exponent between 1e-6 and 1e15. Never NaN or infinity. */
char *bl_text_from_double (double value);
gboolean bl_text_to_double (const char *text, double *value);
gboolean bl_text_to_integer (const char *text, gint64 *value);

/* "29,199" with commas, "816.1" with @decimals places; for people. */
char *bl_text_number (double value, int decimals);
/* "93.6%": one decimal, but never "100.0%" or "0.0%" for a share that is not
 * exactly all or none ("over 99.9%", "under 0.1%"). @percent 0–100. */
char *bl_text_percent (double percent);
/* "816 m" under 10 km, else "12.3 km". */
char *bl_text_metres (double metres);

/* A number as people and spreadsheets type it: blanks trimmed, thousands
 * commas in groups of three dropped ("29,199"); FALSE for anything else. */
gboolean bl_text_parse_number (const char *text, double *value);

/* %NULL for %NULL and for text that is only white space, else a copy
 * without white space at the ends. */
char *bl_text_clean (const char *text);
/* Case folded, runs of white space (no-break too) made one blank, trimmed:
 * two names that people would call the same compare equal. "" for %NULL. */
char *bl_text_fold (const char *text);
/* bl_text_fold() of a library's name without a final "library". */
char *bl_text_fold_library_name (const char *text);
/* Number of single-character edits between two folded texts. */
guint bl_text_distance (const char *a, const char *b);
/* A copy that begins with a capital, as a sentence does. */
char *bl_text_sentence (const char *text);
/* The library's name as a label: without a final "Library". */
char *bl_text_short_library_name (const char *name);

/* What g_utf8_validate_len() says, several times faster for what is mostly ASCII. */
gboolean bl_text_is_utf8 (const char *text, gsize length);
/* A copy without the characters that XML cannot hold (controls, U+FFFE); line ends become "\n". */
char *bl_text_for_xml (const char *text);

/* ISO date ("2026-11-24") to and from the day number of GDate. */
gboolean bl_text_to_date (const char *text, guint32 *julian);
char *bl_text_from_date (guint32 julian);
/* "24 November 2026". */
char *bl_text_date_for_people (guint32 julian);

G_END_DECLS
