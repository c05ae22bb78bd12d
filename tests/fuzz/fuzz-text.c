/* fuzz-text.c: any text as a number, date, value, cell or day's hours
 *
 * What is read in one form is written in the form files hold, and reads back
 * the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fuzz.h"

#include "cells.h"
#include "damage.h"
#include "lunch.h"
#include "text.h"

#include <math.h>

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  fuzz_init ();
  return 0;
}

static void
check_numbers (const char *text)
{
  double number, again;
  gint64 whole;
  guint32 julian, same;

  if (bl_text_to_double (text, &number) || bl_text_parse_number (text, &number))
    {
      g_autofree char *written = NULL, *shown = bl_text_number (number, 1), *part = bl_text_percent (number);
      g_autofree char *metres = bl_text_metres (number);

      g_assert_true (*shown != '\0' && *part != '\0' && *metres != '\0');
      g_assert_true (isfinite (number));
      written = bl_text_from_double (number);
      g_assert_true (bl_text_to_double (written, &again));
      g_assert_true (number == again);
    }
  if (bl_text_to_integer (text, &whole))
    {
      g_autofree char *written = g_strdup_printf ("%" G_GINT64_FORMAT, whole);

      g_assert_true (bl_text_to_integer (written, &whole));
    }
  if (bl_text_to_date (text, &julian))
    {
      g_autofree char *written = bl_text_from_date (julian), *shown = bl_text_date_for_people (julian);

      g_assert_true (*shown != '\0');
      g_assert_true (bl_text_to_date (written, &same));
      g_assert_cmpuint (julian, ==, same);
    }
}

static void
check_values (const char *text)
{
  for (BlValueType type = BL_VALUE_INTEGER; type <= BL_VALUE_BOOLEAN; type++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BlValue) value = bl_value_from_text (type, text, &error), again = NULL;
      g_autofree char *written = NULL;

      if (value == NULL)
        {
          fuzz_check_sentence (error);
          continue;
        }
      written = bl_value_to_text (value);
      again = bl_value_from_text (type, written, &error);
      g_assert_no_error (error);
      g_assert_true (bl_value_equal (value, again));
    }
}

static void
check_hours (const char *text)
{
  BlOpeningDay day = { 0 }, same = { 0 };
  BlLunch lunch;
  gboolean morning, afternoon;
  g_autoptr (GError) error = NULL;

  bl_opening_class_parts (text, &morning, &afternoon);
  if (!bl_opening_day_from_text (text, &day, &error))
    {
      fuzz_check_sentence (error);
      day.n_spans = 1;
      day.spans[0].from = 9 * 60;
      day.spans[0].to = 17 * 60;
    }
  else
    {
      g_autofree char *written = bl_opening_day_to_text (&day), *twice = NULL;

      g_assert_true (bl_opening_day_from_text (written, &same, &error));
      twice = bl_opening_day_to_text (&same);
      g_assert_cmpstr (written, ==, twice);
      g_assert_cmpuint (bl_opening_day_minutes (&day), <=, 24 * 60);
    }
  if (bl_lunch_from_notes (text, &lunch))
    for (guint weekday = 0; weekday < 7; weekday++)
      {
        BlOpeningDay without = day;

        if (bl_lunch_take_out (&lunch, weekday, &without))
          {
            g_autofree char *written = bl_opening_day_to_text (&without);

            g_assert_cmpuint (bl_opening_day_minutes (&without), <, bl_opening_day_minutes (&day));
            g_assert_true (bl_opening_day_from_text (written, &same, NULL));
          }
      }
}

typedef BlCellState (*ReadCell) (const char *text, char **result);

static gboolean
was_read (BlCellState state)
{
  return state == BL_CELL_READ || state == BL_CELL_MENDED;
}

static void
check_cells (const char *text)
{
  static const ReadCell readers[] = { bl_cell_read_uprn, bl_cell_read_postcode };
  g_autofree char *hours = NULL;
  BlOpeningDay day;
  int year;
  gboolean yes;

  bl_cell_is_blank (text);
  bl_cell_is_withheld (text);
  if (bl_cell_read_year (text, &year) == BL_CELL_READ)
    g_assert_cmpint (year, >, 0);
  bl_cell_read_yes_no (text, &yes);
  if (was_read (bl_cell_read_hours (text, &hours)))
    g_assert_true (bl_opening_day_from_text (hours, &day, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autofree char *once = NULL, *twice = NULL;

      if (!was_read (readers[i](text, &once)))
        continue;
      g_assert_nonnull (once);
      g_assert_cmpint (readers[i](once, &twice), ==, BL_CELL_READ);
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
check_texts (const char *text)
{
  g_autofree char *fold = bl_text_fold (text), *twice = bl_text_fold (fold);
  g_autofree char *library = bl_text_fold_library_name (text), *brief = bl_text_short_library_name (text);
  g_autofree char *xml = bl_text_for_xml (text), *again = bl_text_for_xml (xml);
  g_autofree char *clean = bl_text_clean (text);
  g_autofree char *part = NULL, *word = NULL, *mended = bl_damage_mend (text, &part, &word);

  g_assert_cmpstr (fold, ==, twice);
  g_assert_cmpstr (xml, ==, again);
  g_assert_true (mended == NULL || g_utf8_validate (mended, -1, NULL));
  g_assert_true (clean == NULL || *clean != '\0');
  g_assert_nonnull (brief);
  if (strlen (fold) < 100)
    g_assert_cmpuint (bl_text_distance (fold, library), <=, strlen (fold));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);

  check_numbers (text);
  check_values (text);
  check_hours (text);
  check_cells (text);
  check_texts (text);
  return 0;
}
