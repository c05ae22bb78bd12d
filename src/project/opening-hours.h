/* opening-hours.h: when a library is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BL_OPENING_MAX_SPANS 6

/**
 * BlOpeningDay: the spans of one day in minutes after midnight, in order, not
 * touching. No spans is closed.
 */
typedef struct
{
  guint n_spans;
  struct
  {
    guint16 from, to;
  } spans[BL_OPENING_MAX_SPANS];
} BlOpeningDay;

/* Reads "10:00-13:00 14:00-17:00" (comma or blank between, "." for ":", one
 * digit hours, en dash) and "closed"; error in plain words for others. */
gboolean bl_opening_day_from_text (const char *text, BlOpeningDay *day, GError **error);
/* "10:00-13:00 14:00-17:00", "closed". */
char *bl_opening_day_to_text (const BlOpeningDay *day);
/* Minutes open. */
guint bl_opening_day_minutes (const BlOpeningDay *day);
/* Open at some time before noon; at some time from noon on. */
gboolean bl_opening_day_morning (const BlOpeningDay *day);
gboolean bl_opening_day_afternoon (const BlOpeningDay *day);
/* The same from the Arts Council's phrase ("AM Only", "All Day (continuous)");
 * FALSE when the phrase does not say ("Varied by Schedule", "[Unknown]"). */
gboolean bl_opening_class_parts (const char *phrase, gboolean *morning, gboolean *afternoon);

G_END_DECLS
