/* library-rows.c: rows of a list of libraries, read and mended
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "library-rows-private.h"

#include "cells.h"
#include "damage.h"
#include "lunch.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* --- Cells ---------------------------------------------------------------- */

static BlLibraryType
type_of (const char *text)
{
  static const struct
  {
    const char *words;
    BlLibraryType type;
  } types[] = {
    { "static library", BL_LIBRARY_TYPE_STATIC },
    { "static", BL_LIBRARY_TYPE_STATIC },
    { "mobile library", BL_LIBRARY_TYPE_MOBILE },
    { "mobile", BL_LIBRARY_TYPE_MOBILE },
    { "static local history library", BL_LIBRARY_TYPE_LOCAL_HISTORY },
    { "local history library", BL_LIBRARY_TYPE_LOCAL_HISTORY },
    { "archive", BL_LIBRARY_TYPE_ARCHIVE },
    { "prison library", BL_LIBRARY_TYPE_PRISON },
    { "prison", BL_LIBRARY_TYPE_PRISON },
  };
  g_autofree char *folded = bl_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].words, folded))
      return types[i].type;
  return BL_LIBRARY_TYPE_UNKNOWN;
}

/* Runs of white space, line breaks too, made one blank; NULL for nothing. Notes keep their lines. */
static char *
tidy (const char *text, gboolean keep_lines)
{
  GString *plain;

  if (keep_lines)
    return bl_text_clean (text);
  plain = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (plain, *p);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  g_autofree char *all = g_string_free (plain, FALSE);
  return bl_text_clean (all);
}

gboolean
bl_library_reading_offer (BlLibraryReading *reading, const char *field, const char *reason, const char *remedy)
{
  if (!reading->ours)
    return TRUE;
  return bl_import_plan_mend (reading->plan, reading->row->row, bl_library_row_name (reading->row), field, reason, remedy);
}

void
bl_library_reading_warn (BlLibraryReading *reading, guint column, const char *cell, const char *what)
{
  if (reading->ours)
    bl_import_report_warn (reading->plan->report, bl_sheet_get_row_number (reading->plan->sheet, reading->row->row),
                           bl_sheet_get_column (reading->plan->sheet, column), _ ("“%s” is not %s: left out"), cell, what);
}

static char *
read_text (BlLibraryReading *reading, const char *field, const char *cell, gboolean keep_lines)
{
  g_autofree char *part = NULL, *word = NULL, *plain = tidy (cell, keep_lines), *mended = NULL;

  if (plain == NULL)
    return NULL;
  mended = bl_damage_mend (plain, &part, &word);
  if (mended != NULL)
    {
      g_autofree char *reason = g_strdup_printf (_ ("“%s” holds a damaged letter"), part);
      g_autofree char *remedy = g_strdup_printf (_ ("Change to “%s”"), word);
      if (bl_library_reading_offer (reading, field, reason, remedy))
        return g_steal_pointer (&mended);
    }
  return g_steal_pointer (&plain);
}

static char *
read_uprn (BlLibraryReading *reading, const char *cell)
{
  g_autofree char *uprn = NULL;

  switch (bl_cell_read_uprn (cell, &uprn))
    {
    case BL_CELL_READ:
      return g_steal_pointer (&uprn);
    case BL_CELL_MENDED:
      {
        g_autofree char *reason = g_strdup_printf (_ ("UPRN %s has noughts in front"), cell);
        g_autofree char *remedy = g_strdup_printf (_ ("Take them off: %s"), uprn);
        return bl_library_reading_offer (reading, "uprn", reason, remedy) ? g_steal_pointer (&uprn) : g_strdup (cell);
      }
    case BL_CELL_UNREAD:
      {
        gboolean scientific = g_regex_match_simple ("^[0-9.]+e\\+?[0-9]+$", cell, G_REGEX_CASELESS, 0);
        g_autofree char *reason
            = g_strdup_printf (scientific ? _ ("UPRN “%s” has lost its last digits, as spreadsheets do")
                                          : _ ("“%s” is not a UPRN: digits only, at most twelve"),
                               cell);
        /* A UPRN is digits or nothing, so that the row can only do without. */
        (void) bl_library_reading_offer (reading, "uprn", reason, _ ("Leave it out"));
        return NULL;
      }
    case BL_CELL_BLANK:
    default:
      return NULL;
    }
}

static char *
read_postcode (BlLibraryReading *reading, const char *cell)
{
  g_autofree char *postcode = NULL, *plain = tidy (cell, FALSE);
  BlCellState state = bl_cell_read_postcode (cell, &postcode);

  if (state == BL_CELL_READ)
    return g_steal_pointer (&postcode);
  if (state == BL_CELL_MENDED)
    {
      g_autofree char *reason = g_strdup_printf (_ ("Postcode “%s” has a letter for a nought"), plain);
      g_autofree char *remedy = g_strdup_printf (_ ("Change to “%s”"), postcode);
      return g_strdup (bl_library_reading_offer (reading, "postcode", reason, remedy) ? postcode : plain);
    }
  if (state == BL_CELL_UNREAD)
    {
      g_autofree char *reason = g_strdup_printf (_ ("“%s” is not a postcode"), plain);
      return bl_library_reading_offer (reading, "postcode", reason, _ ("Leave it out")) ? NULL : g_steal_pointer (&plain);
    }
  return NULL;
}

static char *
read_year (BlLibraryReading *reading, const char *field, guint column, const char *cell)
{
  int year = 0;

  switch (bl_cell_read_year (cell, &year))
    {
    case BL_CELL_READ:
      return g_strdup_printf ("%d", year);
    case BL_CELL_MENDED:
      {
        g_autofree char *reason = g_strdup_printf (_ ("“%s” is more than a year"), cell);
        g_autofree char *remedy = g_strdup_printf (_ ("Use %d"), year);
        return bl_library_reading_offer (reading, field, reason, remedy) ? g_strdup_printf ("%d", year) : NULL;
      }
    case BL_CELL_UNREAD:
      bl_library_reading_warn (reading, column, cell, _ ("a year"));
      return NULL;
    case BL_CELL_BLANK:
    default:
      return NULL;
    }
}

static char *
read_hours (BlLibraryReading *reading, const char *field, const char *cell)
{
  g_autofree char *hours = NULL;

  switch (bl_cell_read_hours (cell, &hours))
    {
    case BL_CELL_READ:
      return g_steal_pointer (&hours);
    case BL_CELL_MENDED:
      {
        g_autofree char *reason = g_strdup_printf (_ ("“%s” is not how times are written"), cell);
        g_autofree char *remedy = g_strdup_printf (_ ("Change to %s"), hours);
        return bl_library_reading_offer (reading, field, reason, remedy) ? g_steal_pointer (&hours) : NULL;
      }
    case BL_CELL_UNREAD:
      {
        g_autofree char *reason = g_strdup_printf (_ ("“%s” cannot be read as opening hours"), cell);
        (void) bl_library_reading_offer (reading, field, reason, _ ("Leave it out: not known"));
        return NULL;
      }
    case BL_CELL_BLANK:
    default:
      return NULL;
    }
}

static char *
read_number (BlLibraryReading *reading, guint column, const char *cell, gboolean money)
{
  g_autofree char *plain = tidy (cell, FALSE);
  double value = 0;

  if (bl_cell_is_blank (cell))
    return NULL;
  if (money && g_str_has_prefix (plain, "£"))
    memmove (plain, plain + strlen ("£"), strlen (plain + strlen ("£")) + 1);
  if (!bl_text_parse_number (plain, &value) || value < 0)
    {
      bl_library_reading_warn (reading, column, cell, _ ("a number"));
      return NULL;
    }
  return money ? g_strdup_printf ("%.2f", value) : bl_text_from_double (value);
}

static void
read_field (BlLibraryReading *reading, guint column, int field, const char *cell)
{
  const char *name = bl_library_field_names[field];
  char *value = NULL;

  if (field >= BL_LIBRARY_MONDAY && field < BL_LIBRARY_MONDAY_CLASS)
    value = read_hours (reading, name, cell);
  else
    switch (field)
      {
      case BL_LIBRARY_UPRN:
        value = read_uprn (reading, cell);
        break;
      case BL_LIBRARY_POSTCODE:
        value = read_postcode (reading, cell);
        break;
      case BL_LIBRARY_OPENED:
      case BL_LIBRARY_CLOSED:
        value = read_year (reading, name, column, cell);
        break;
      case BL_LIBRARY_HOURS:
      case BL_LIBRARY_STAFFED_HOURS:
      case BL_LIBRARY_RUNNING_COST:
        value = read_number (reading, column, cell, field == BL_LIBRARY_RUNNING_COST);
        break;
      case BL_LIBRARY_NEW_BUILD:
      case BL_LIBRARY_CO_LOCATED:
        {
          gboolean yes = FALSE;
          BlCellState state = bl_cell_read_yes_no (cell, &yes);
          if (state == BL_CELL_UNREAD)
            bl_library_reading_warn (reading, column, cell, _ ("yes or no"));
          value = state == BL_CELL_READ ? g_strdup (yes ? "yes" : "no") : NULL;
          break;
        }
      case BL_LIBRARY_EASTING:
      case BL_LIBRARY_NORTHING:
        /* Read together, see read_place(). */
        return;
      case BL_LIBRARY_EMAIL:
        value = read_text (reading, name, cell, FALSE);
        break;
      default:
        value = read_text (reading, name, cell, field == BL_LIBRARY_NOTES);
      }
  g_free (reading->row->fields[field]);
  reading->row->fields[field] = value;
}

/* --- The row as a whole --------------------------------------------------- */

static void
read_standing (BlLibraryReading *reading, guint c, const BlLibraryColumn *column, const char *cell)
{
  BlLibraryRow *row = reading->row;

  if (column->role == BL_LIBRARY_ROLE_OPERATION)
    {
      g_autofree char *plain = tidy (cell, FALSE);
      BlOperation operation = BL_OPERATION_UNKNOWN;

      if (plain == NULL)
        return;
      if (!bl_operation_from_code (plain, &operation))
        bl_library_reading_warn (reading, c, cell, _ ("one of LA, LAU, C, CR, ICL"));
      else if (column->year != 0 && operation != BL_OPERATION_UNKNOWN)
        bl_row_statuses_get (row->statuses, column->year)->operation = operation;
      else if (column->year == 0)
        row->operation = operation;
    }
  else
    {
      gboolean yes = FALSE;
      BlCellState state = bl_cell_read_yes_no (cell, &yes);

      if (state == BL_CELL_UNREAD)
        bl_library_reading_warn (reading, c, cell, _ ("yes or no"));
      if (state != BL_CELL_READ)
        return;
      if (column->year != 0)
        bl_row_statuses_get (row->statuses, column->year)->statutory = yes ? 1 : 0;
      else
        row->statutory = yes ? 1 : 0;
    }
}

/* Takes the lunch hour that the notes speak of out of the days that leave it in. */
static void
mend_lunch (BlLibraryReading *reading)
{
  BlLibraryRow *row = reading->row;
  BlOpeningDay days[7];
  gboolean known[7], cut[7] = { FALSE };
  guint before = 0, after = 0;
  BlLunch lunch;

  if (!reading->ours || !bl_lunch_from_notes (row->fields[BL_LIBRARY_NOTES], &lunch))
    return;
  for (guint d = 0; d < 7; d++)
    {
      const char *text = row->fields[BL_LIBRARY_MONDAY + d];
      known[d] = text != NULL && bl_opening_day_from_text (text, &days[d], NULL);
      if (!known[d])
        continue;
      before += bl_opening_day_minutes (&days[d]);
      cut[d] = bl_lunch_take_out (&lunch, d, &days[d]);
      after += bl_opening_day_minutes (&days[d]);
    }
  if (before == after)
    return;
  g_autofree char *reason = g_strdup_printf (_ ("Hours count lunch, %02u:%02u to %02u:%02u, when it is shut"),
                                             lunch.from / 60, lunch.from % 60, lunch.to / 60, lunch.to % 60);
  g_autofree char *from = bl_text_from_double (round (before / 0.6) / 100), *to = bl_text_from_double (round (after / 0.6) / 100);
  g_autofree char *remedy = g_strdup_printf (_ ("Take out: %s to %s hours"), from, to);
  if (!bl_library_reading_offer (reading, "hours", reason, remedy))
    return;
  for (guint d = 0; d < 7; d++)
    if (cut[d])
      {
        g_free (row->fields[BL_LIBRARY_MONDAY + d]);
        row->fields[BL_LIBRARY_MONDAY + d] = bl_opening_day_to_text (&days[d]);
      }
}

static void
read_flags (BlLibraryReading *reading, const BlLibraryColumns *columns)
{
  BlLibraryRow *row = reading->row;
  g_autoptr (GString) list = g_string_new (NULL);
  gboolean any_flag_column = FALSE;
  char *other = row->fields[BL_LIBRARY_CO_LOCATED_WITH];

  for (guint c = 0; c < columns->n; c++)
    {
      const BlLibraryColumn *column = &columns->columns[c];
      gboolean yes = FALSE;

      if (column->role != BL_LIBRARY_ROLE_FLAG)
        continue;
      any_flag_column = TRUE;
      if (bl_cell_read_yes_no (bl_sheet_get_cell (reading->plan->sheet, row->row, c), &yes) != BL_CELL_READ || !yes)
        continue;
      /* What other is, its own column says. */
      if (g_str_equal (column->label, "other") && other != NULL)
        continue;
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", column->label);
    }
  if (!any_flag_column)
    return;
  if (other != NULL)
    g_string_append_printf (list, "%sother: %s", list->len > 0 ? "; " : "", other);
  g_free (other);
  row->fields[BL_LIBRARY_CO_LOCATED_WITH] = list->len > 0 ? g_strdup (list->str) : NULL;
}

static void
read_contact (BlLibraryReading *reading, const char *cell)
{
  BlLibraryRow *row = reading->row;
  g_autofree char *text = read_text (reading, "email", cell, FALSE);
  int field = text != NULL && strchr (text, '@') != NULL && strchr (text, ' ') == NULL ? BL_LIBRARY_EMAIL : BL_LIBRARY_URL;

  if (text != NULL && row->fields[field] == NULL)
    row->fields[field] = g_steal_pointer (&text);
}

/* A day without times beside days with some: the library is shut. A day without a column is not spoken of. */
static void
find_blank_days (BlImportPlan *plan, BlLibraryRow *row)
{
  gboolean filled = FALSE;
  guint blank = 0;

  for (guint d = 0; d < 7; d++)
    {
      const char *day = row->fields[BL_LIBRARY_MONDAY + d], *unstaffed = row->fields[BL_LIBRARY_MONDAY_UNSTAFFED + d];
      int column = bl_import_plan_find_target (plan, bl_library_field_names[BL_LIBRARY_MONDAY + d]);

      filled = filled || day != NULL;
      if (column >= 0 && day == NULL && unstaffed == NULL
          && bl_cell_is_blank (bl_sheet_get_cell (plan->sheet, row->row, column)))
        blank |= 1u << d;
    }
  row->blank_days = filled ? blank : 0;
}

BlLibraryType
bl_library_row_peek_type (BlImportPlan *plan, const BlLibraryColumns *columns, guint row)
{
  return columns->type >= 0 ? type_of (bl_sheet_get_cell (plan->sheet, row, columns->type)) : BL_LIBRARY_TYPE_UNKNOWN;
}

BlLibraryRow *
bl_library_row_read (BlImportPlan *plan, const BlLibraryColumns *columns, guint row_index, gboolean ours)
{
  BlLibraryRow *row = g_new0 (BlLibraryRow, 1);
  BlLibraryReading reading = { plan, row, ours };
  int name = bl_import_plan_find_target (plan, "name");

  row->row = row_index;
  row->statutory = -1;
  row->statuses = g_array_new (FALSE, FALSE, sizeof (BlRowStatus));
  /* The name first: messages speak of the row by it. */
  if (name >= 0)
    row->fields[BL_LIBRARY_NAME] = tidy (bl_sheet_get_cell (plan->sheet, row_index, name), FALSE);
  for (guint c = 0; c < columns->n; c++)
    {
      const BlLibraryColumn *column = &columns->columns[c];
      const char *cell = bl_sheet_get_cell (plan->sheet, row_index, c);

      if (*cell == '\0')
        continue;
      switch (column->role)
        {
        case BL_LIBRARY_ROLE_FIELD:
          read_field (&reading, c, column->field, cell);
          break;
        case BL_LIBRARY_ROLE_SERVICE:
          g_free (row->service);
          row->service = tidy (cell, FALSE);
          break;
        case BL_LIBRARY_ROLE_TYPE:
          row->type = type_of (cell);
          if (row->type == BL_LIBRARY_TYPE_UNKNOWN && !bl_cell_is_blank (cell))
            bl_library_reading_warn (&reading, c, cell, _ ("a kind of library that is known"));
          break;
        case BL_LIBRARY_ROLE_OPERATION:
        case BL_LIBRARY_ROLE_STATUTORY:
          read_standing (&reading, c, column, cell);
          break;
        case BL_LIBRARY_ROLE_CONTACT:
          read_contact (&reading, cell);
          break;
        case BL_LIBRARY_ROLE_LONGITUDE:
        case BL_LIBRARY_ROLE_LATITUDE:
        case BL_LIBRARY_ROLE_FLAG:
        case BL_LIBRARY_ROLE_NONE:
        default:
          break;
        }
    }
  read_flags (&reading, columns);
  bl_library_reading_place (&reading, columns);
  if (row->located)
    {
      row->fields[BL_LIBRARY_EASTING] = bl_text_from_double (row->point.x);
      row->fields[BL_LIBRARY_NORTHING] = bl_text_from_double (row->point.y);
    }
  mend_lunch (&reading);
  find_blank_days (plan, row);
  return row;
}

void
bl_library_row_free (BlLibraryRow *row)
{
  if (row == NULL)
    return;
  for (guint f = 0; f < BL_LIBRARY_N_FIELDS; f++)
    g_free (row->fields[f]);
  g_free (row->service);
  g_array_unref (row->statuses);
  g_free (row);
}

const char *
bl_library_row_name (const BlLibraryRow *row)
{
  return row->fields[BL_LIBRARY_NAME] != NULL ? row->fields[BL_LIBRARY_NAME] : _ ("a library without a name");
}
