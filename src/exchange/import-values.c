/* import-values.c: figures joined to areas by their code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cells.h"
#include "import-plan-private.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One column that becomes a value. */
typedef struct
{
  int column;       /* the first of them */
  GArray *sum;      /* of int: columns that add up, single years of age; NULL for one column */
  const char *name; /* of the value; in an interned target */
  const BlKnownValue *known;
  BlValueKind kind;
  char *title, *unit;
  double *numbers; /* by area; NaN not known */
  gboolean fractions, said; /* the user said what it is */
  guint withheld, first_withheld;
} Value;

struct _BlImportWork
{
  guint n_areas;
  GArray *values; /* Value */
  gboolean changed;
};

static void
value_clear (Value *value)
{
  g_clear_pointer (&value->sum, g_array_unref);
  g_free (value->title);
  g_free (value->unit);
  g_free (value->numbers);
}

static void
work_free (BlImportWork *work)
{
  g_array_unref (work->values);
  g_free (work);
}

/* --- Setting out ---------------------------------------------------------- */

static void
add_value (BlImportPlan *plan, BlImportWork *work, guint column, const char *name)
{
  Value value = { .column = column, .name = name };
  BlValueGuess guess = bl_recognise_value (name, bl_sheet_get_column (plan->sheet, column), &plan->seen);
  const BlImportFigure *said = bl_import_plan_get_said_figure (plan, column);

  value.known = bl_import_snapshot_find_value (plan->snapshot, name);
  value.kind = said != NULL && said->kind != BL_VALUE_KIND_UNKNOWN                         ? said->kind
               : plan->options.value_kind != BL_VALUE_KIND_UNKNOWN                         ? plan->options.value_kind
               : guess.kind != BL_VALUE_KIND_UNKNOWN                                       ? guess.kind
               : value.known != NULL ? value.known->kind
                                     : BL_VALUE_KIND_UNKNOWN;
  value.said = said != NULL;
  value.title = g_strdup (said != NULL && said->title != NULL ? said->title : guess.title);
  value.unit = g_strdup (guess.unit);
  value.numbers = g_new (double, work->n_areas + 1);
  for (guint i = 0; i < work->n_areas; i++)
    value.numbers[i]
        = value.known != NULL && value.known->numbers != NULL && i < bl_table_get_n_rows (value.known->numbers)
              ? bl_table_get_numbers (value.known->numbers)[i]
              : NAN;
  g_array_append_val (work->values, value);
}

/* One more column of a value that is the sum of several. */
static void
add_to_sum (BlImportPlan *plan, BlImportWork *work, guint column, const char *name)
{
  int index = (int) column;
  Value *value;

  for (guint v = 0; v < work->values->len; v++)
    {
      value = &g_array_index (work->values, Value, v);
      if (value->sum != NULL && g_str_equal (value->name, name))
        {
          g_array_append_val (value->sum, index);
          return;
        }
    }
  add_value (plan, work, column, name);
  value = &g_array_index (work->values, Value, work->values->len - 1);
  value->sum = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (value->sum, index);
  value->kind = BL_VALUE_KIND_COUNT;
}

static gboolean
find_values (BlImportPlan *plan, BlImportWork *work, GError **error)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c);
      if (target != NULL && g_str_has_prefix (target, "value:"))
        add_value (plan, work, c, target + strlen ("value:"));
      else if (target != NULL && g_str_has_prefix (target, "sum:"))
        add_to_sum (plan, work, c, target + strlen ("sum:"));
    }
  if (bl_import_plan_find_target (plan, "code") < 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (plan);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Say which column of “%s” holds the codes of the areas: its columns are %s"), plan->file, list);
      return FALSE;
    }
  if (work->values->len == 0)
    {
      g_autofree char *list = bl_import_plan_list_columns (plan);
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("Say which column of “%s” holds the figures: its columns are %s"), plan->file, list);
      return FALSE;
    }
  if (work->n_areas == 0)
    {
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("The project has no areas yet that the figures of “%s” could be for: add areas first"), plan->file);
      return FALSE;
    }
  return TRUE;
}

/* --- Rows ----------------------------------------------------------------- */

typedef enum
{
  CELL_NOTHING, /* blank or withheld: what is known stays */
  CELL_NUMBER,
  CELL_LEFT_OUT, /* cannot be read; the user may have said that it is left out */
} CellAnswer;

static gboolean
fits_kind (BlValueKind kind, double number)
{
  switch (kind)
    {
    case BL_VALUE_KIND_COUNT:
      return number >= 0;
    case BL_VALUE_KIND_RANK:
      return number >= 1;
    case BL_VALUE_KIND_DECILE:
      return number >= 1 && number <= 10 && number == floor (number);
    case BL_VALUE_KIND_RATE:
    case BL_VALUE_KIND_UNKNOWN:
    default:
      return TRUE;
    }
}

static const char *
kind_needs (BlValueKind kind)
{
  return kind == BL_VALUE_KIND_DECILE ? _ ("a decile, 1 to 10")
         : kind == BL_VALUE_KIND_RANK ? _ ("a rank, 1 or more")
         : kind == BL_VALUE_KIND_COUNT ? _ ("a count, 0 or more")
                                       : _ ("a number");
}

static CellAnswer
read_one_cell (BlImportPlan *plan, guint row, const char *code, Value *value, int column, double *number)
{
  const char *cell = bl_sheet_get_cell (plan->sheet, row, column);
  const char *field = bl_sheet_get_column (plan->sheet, column);
  gboolean read = bl_text_parse_number (cell, number);
  g_autofree char *clean = NULL, *reason = NULL, *refusal = NULL;
  const char *needs;

  if (read && fits_kind (value->kind, *number))
    {
      value->fractions = value->fractions || *number != floor (*number);
      return CELL_NUMBER;
    }
  clean = bl_text_clean (cell);
  if (clean == NULL)
    return CELL_NOTHING;
  if (!read && bl_cell_is_withheld (cell))
    {
      if (value->withheld++ == 0)
        value->first_withheld = bl_sheet_get_row_number (plan->sheet, row);
      return CELL_NOTHING;
    }
  needs = read ? kind_needs (value->kind) : _ ("a number");
  reason = g_strdup_printf (_ ("“%s” in “%s” is not %s"), clean, field, needs);
  refusal = g_strdup_printf (_ ("“%s” in “%s” is not %s: mend it, or leave it blank"), clean, field, needs);
  (void) bl_import_plan_refuse (plan, row, code, field, reason, _ ("Leave it out: not known"), refusal);
  return CELL_LEFT_OUT;
}

/* A sum of which a part is not known is not known. */
static CellAnswer
read_cell (BlImportPlan *plan, guint row, const char *code, Value *value, double *number)
{
  double sum = 0;

  if (value->sum == NULL)
    return read_one_cell (plan, row, code, value, value->column, number);
  for (guint i = 0; i < value->sum->len; i++)
    {
      CellAnswer answer = read_one_cell (plan, row, code, value, g_array_index (value->sum, int, i), number);

      if (answer != CELL_NUMBER)
        return answer;
      sum += *number;
    }
  *number = sum;
  return CELL_NUMBER;
}

/* A code that stands twice: the same figures are no harm, others cannot be chosen between. */
static gboolean
check_repeat (BlImportPlan *plan, BlImportWork *work, guint row, guint first, const char *code)
{
  for (guint v = 0; v < work->values->len; v++)
    {
      Value *value = &g_array_index (work->values, Value, v);
      g_autofree char *one = bl_text_clean (bl_sheet_get_cell (plan->sheet, first, value->column));
      g_autofree char *other = bl_text_clean (bl_sheet_get_cell (plan->sheet, row, value->column));
      double a, b;
      guint number = bl_sheet_get_row_number (plan->sheet, first);

      if (g_strcmp0 (one, other) == 0 || (one != NULL && other != NULL && bl_text_parse_number (one, &a) && bl_text_parse_number (other, &b) && a == b))
        continue;
      g_autofree char *reason
          = g_strdup_printf (_ ("%s has another “%s” in row %u"), code, bl_sheet_get_column (plan->sheet, value->column), number);
      g_autofree char *refusal
          = g_strdup_printf (_ ("%s stands twice: “%s” is %s in row %u and %s here. Mend one, or leave this row out"), code,
                             bl_sheet_get_column (plan->sheet, value->column), one != NULL ? one : _ ("blank"), number,
                             other != NULL ? other : _ ("blank"));
      (void) bl_import_plan_refuse (plan, row, code, bl_sheet_get_column (plan->sheet, value->column), reason,
                                    _ ("Leave this row out"), refusal);
      return FALSE;
    }
  return TRUE;
}

static void
read_row (BlImportPlan *plan, BlImportWork *work, GHashTable *seen, guint row, int code_column)
{
  BlImportReport *report = plan->report;
  guint number = bl_sheet_get_row_number (plan->sheet, row), first;
  g_autofree char *code = bl_text_clean (bl_sheet_get_cell (plan->sheet, row, code_column));
  gboolean added = FALSE, updated = FALSE, held = FALSE;
  int area = code != NULL ? bl_import_snapshot_find_area (plan->snapshot, code) : -1;

  if (code == NULL)
    {
      report->skipped++;
      bl_import_report_reason (report, _ ("no code"), number);
      return;
    }
  if (area < 0)
    {
      report->elsewhere++;
      bl_import_report_reason (report, _ ("not an area of this project"), number);
      return;
    }
  first = GPOINTER_TO_UINT (g_hash_table_lookup (seen, code));
  if (first != 0)
    {
      gboolean same = check_repeat (plan, work, row, first - 1, code);
      report->skipped++;
      bl_import_report_reason (report, same ? _ ("a code that stands twice, with the same figures")
                                            : _ ("a code that stands twice with different figures"),
                               number);
      return;
    }
  g_hash_table_insert (seen, g_strdup (code), GUINT_TO_POINTER (row + 1));
  for (guint v = 0; v < work->values->len; v++)
    {
      Value *value = &g_array_index (work->values, Value, v);
      double figure;

      if (read_cell (plan, row, code, value, &figure) != CELL_NUMBER)
        continue;
      held = TRUE;
      if (isnan (value->numbers[area]))
        added = TRUE;
      else if (value->numbers[area] != figure)
        updated = TRUE;
      value->numbers[area] = figure;
    }
  if (!held)
    {
      report->skipped++;
      bl_import_report_reason (report, _ ("no figure"), number);
    }
  else if (added)
    report->added++;
  else if (updated)
    report->updated++;
  else
    report->unchanged++;
  work->changed = work->changed || added || updated;
}

/* --- Working through ------------------------------------------------------ */

static void
note_columns (BlImportPlan *plan, BlImportWork *work)
{
  for (guint c = 0; c < bl_sheet_get_n_columns (plan->sheet); c++)
    {
      const char *target = bl_import_plan_column_target (plan, c);
      char *note = g_strdup (target == NULL ? _ ("not brought in") : NULL);
      gboolean attention = FALSE;

      for (guint v = 0; v < work->values->len; v++)
        {
          const Value *value = &g_array_index (work->values, Value, v);
          guint known = 0;

          if (value->column != (int) c)
            continue;
          for (guint i = 0; i < work->n_areas; i++)
            known += !isnan (value->numbers[i]);
          g_free (note);
          if (known == work->n_areas)
            note = g_strdup_printf (ngettext ("the %u area has a figure", "all %u areas have a figure", known), known);
          else
            note = g_strdup_printf (ngettext ("%u area has no figure", "%u areas have no figure", work->n_areas - known),
                                    work->n_areas - known);
          attention = known < work->n_areas;
        }
      bl_import_column_take_note (bl_import_plan_get_column (plan, c), note, attention);
    }
}

static void
warn_of_gaps (BlImportPlan *plan, BlImportWork *work)
{
  for (guint v = 0; v < work->values->len; v++)
    {
      const Value *value = &g_array_index (work->values, Value, v);
      const char *field = bl_sheet_get_column (plan->sheet, value->column);
      guint unknown = 0;

      for (guint i = 0; i < work->n_areas; i++)
        unknown += isnan (value->numbers[i]);
      if (value->withheld > 0)
        bl_import_report_warn (plan->report, value->first_withheld, field,
                               ngettext ("%u figure is withheld or missing in the file: not known",
                                         "%u figures are withheld or missing in the file: not known", value->withheld),
                               value->withheld);
      if (unknown > 0)
        bl_import_report_warn (plan->report, 0, field,
                               ngettext ("%u area of the project has no figure", "%u areas of the project have no figure",
                                         unknown),
                               unknown);
    }
}

static BlImportWork *
work_values (BlImportPlan *plan, GError **error)
{
  BlImportWork *work = g_new0 (BlImportWork, 1);
  BlImportReport *report = plan->report;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gboolean *left_out = NULL;
  int code_column;

  work->n_areas = plan->snapshot->n_areas;
  work->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_array_set_clear_func (work->values, (GDestroyNotify) value_clear);
  if (!find_values (plan, work, error))
    {
      note_columns (plan, work);
      return work;
    }
  code_column = bl_import_plan_find_target (plan, "code");
  left_out = bl_import_plan_check_rows (plan, report);
  for (guint r = 0; r < bl_sheet_get_n_rows (plan->sheet); r++)
    {
      report->read++;
      if (left_out[r] || bl_import_plan_row_is_empty (plan, r))
        {
          report->skipped++;
          bl_import_report_reason (report, left_out[r] ? _ ("another number of cells than the header") : _ ("empty"),
                                   bl_sheet_get_row_number (plan->sheet, r));
        }
      else
        read_row (plan, work, seen, r, code_column);
    }
  for (guint v = 0; v < work->values->len; v++)
    {
      Value *value = &g_array_index (work->values, Value, v);
      if (value->kind == BL_VALUE_KIND_UNKNOWN)
        value->kind = value->fractions ? BL_VALUE_KIND_RATE : BL_VALUE_KIND_COUNT;
    }
  note_columns (plan, work);
  if (g_hash_table_size (seen) == 0 && plan->first_refusal == NULL)
    {
      const char *ours = bl_table_get_texts (plan->snapshot->codes)[0];
      g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                   _ ("No row of “%s” has the code of an area of this project: “%s” holds codes such as “%s”, the "
                      "project’s are such as “%s”"),
                   plan->file, bl_sheet_get_column (plan->sheet, code_column),
                   bl_sheet_get_cell (plan->sheet, 0, code_column), ours);
    }
  else if (report->added + report->updated + report->unchanged == 0 && plan->first_refusal == NULL)
    g_set_error (error, BL_EXCHANGE_ERROR, BL_EXCHANGE_ERROR_CONTENT,
                 _ ("“%s” has no figure for any area of this project"), plan->file);
  else
    warn_of_gaps (plan, work);
  return work;
}

/* --- Bringing in ---------------------------------------------------------- */

static gboolean
same_numbers (const Value *value, guint n)
{
  const double *had;

  if (value->known == NULL || value->known->numbers == NULL || bl_table_get_n_rows (value->known->numbers) != n)
    return FALSE;
  had = bl_table_get_numbers (value->known->numbers);
  for (guint i = 0; i < n; i++)
    if (!(had[i] == value->numbers[i] || (isnan (had[i]) && isnan (value->numbers[i]))))
      return FALSE;
  return TRUE;
}

static void
set_known_text (BlRecord *record, const char *field, const char *text)
{
  if (text != NULL)
    bl_record_set_text (record, field, text);
}

static void
put_value (BlImportPlan *plan, const Value *value, guint n_areas, BlProject *project)
{
  BlRecord *record = BL_RECORD (bl_project_find_value (project, value->name));
  g_autoptr (BlRecord) made = NULL;
  g_autoptr (BlTable) table = NULL;

  if (record == NULL)
    {
      g_autofree char *id = bl_ids_make (bl_project_get_ids (project), "value");
      record = made = BL_RECORD (bl_value_set_new (id));
      bl_record_set_text (record, "name", value->name);
    }
  else if (same_numbers (value, n_areas) && plan->options.source == NULL && plan->options.date == NULL
           && plan->options.geography == NULL && plan->options.licence == NULL
           && plan->options.value_kind == BL_VALUE_KIND_UNKNOWN && !value->said)
    return;
  if (made != NULL || plan->options.value_kind != BL_VALUE_KIND_UNKNOWN || value->said)
    bl_record_set_enum (record, "kind", value->kind);
  if (made != NULL || value->said || !bl_record_is_known (record, "title"))
    set_known_text (record, "title", value->title);
  if (made != NULL || !bl_record_is_known (record, "unit"))
    set_known_text (record, "unit", value->unit);
  set_known_text (record, "source", bl_import_plan_source (plan));
  set_known_text (record, "date", bl_import_plan_date (plan));
  set_known_text (record, "geography", bl_import_plan_geography (plan));
  set_known_text (record, "licence", bl_import_plan_licence (plan));
  table = bl_table_new_numbers (value->numbers, n_areas);
  bl_record_set_table (record, "numbers", table);
  if (made != NULL)
    bl_record_append (BL_RECORD (project), "values", made);
}

static gboolean
apply_values (BlImportPlan *plan, BlImportWork *work, BlProject *project, GError **error)
{
  for (guint v = 0; v < work->values->len; v++)
    put_value (plan, &g_array_index (work->values, Value, v), work->n_areas, project);
  return TRUE;
}

const BlImportVerbs bl_import_values_verbs = { work_values, work_free, apply_values };

gboolean
bl_import_values_get_figure (const BlImportWork *work, guint column, BlImportFigure *figure)
{
  for (guint v = 0; v < work->values->len; v++)
    {
      const Value *value = &g_array_index (work->values, Value, v);

      if (value->column == (int) column && value->sum == NULL)
        {
          *figure = (BlImportFigure) { value->name, value->title, value->unit, value->kind };
          return TRUE;
        }
    }
  return FALSE;
}
