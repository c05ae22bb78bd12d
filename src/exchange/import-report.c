/* import-report.c: what came of an import, or would
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-plan-private.h"

static void
reason_free (BlImportReason *reason)
{
  g_free (reason->reason);
  g_free (reason);
}

static void
warning_free (BlImportWarning *warning)
{
  g_free (warning->field);
  g_free (warning->message);
  g_free (warning);
}

BlImportReport *
bl_import_report_new (void)
{
  BlImportReport *report = g_new0 (BlImportReport, 1);

  report->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) reason_free);
  report->warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);
  return report;
}

void
bl_import_report_free (BlImportReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->reasons);
  g_ptr_array_unref (report->warnings);
  g_free (report);
}

BlImportReport *
bl_import_report_copy (const BlImportReport *report)
{
  BlImportReport *copy = bl_import_report_new ();
  g_autoptr (GPtrArray) reasons = copy->reasons, warnings = copy->warnings;

  *copy = *report;
  copy->reasons = g_steal_pointer (&reasons);
  copy->warnings = g_steal_pointer (&warnings);
  for (guint i = 0; i < report->reasons->len; i++)
    {
      const BlImportReason *reason = g_ptr_array_index (report->reasons, i);
      BlImportReason *same = g_new (BlImportReason, 1);
      *same = (BlImportReason) { g_strdup (reason->reason), reason->rows, reason->first_row };
      g_ptr_array_add (copy->reasons, same);
    }
  for (guint i = 0; i < report->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);
      BlImportWarning *same = g_new (BlImportWarning, 1);
      *same = (BlImportWarning) { warning->row, g_strdup (warning->field), g_strdup (warning->message) };
      g_ptr_array_add (copy->warnings, same);
    }
  return copy;
}

void
bl_import_report_reason (BlImportReport *report, const char *reason, guint row)
{
  bl_import_report_reasons (report, reason, row, 1);
}

void
bl_import_report_reasons (BlImportReport *report, const char *reason, guint row, guint n)
{
  BlImportReason *made;

  for (guint i = 0; i < report->reasons->len; i++)
    {
      BlImportReason *known = g_ptr_array_index (report->reasons, i);
      if (g_str_equal (known->reason, reason))
        {
          known->rows += n;
          return;
        }
    }
  made = g_new0 (BlImportReason, 1);
  made->reason = g_strdup (reason);
  made->rows = n;
  made->first_row = row;
  g_ptr_array_add (report->reasons, made);
}

void
bl_import_report_warn (BlImportReport *report, guint row, const char *field, const char *format, ...)
{
  BlImportWarning *warning = g_new0 (BlImportWarning, 1);
  va_list args;

  va_start (args, format);
  warning->row = row;
  warning->field = g_strdup (field);
  warning->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (report->warnings, warning);
}

static char *
of_file (const char *file, const char *words)
{
  return file != NULL ? g_strdup_printf ("%s: %s", file, words) : g_strdup (words);
}

void
bl_import_report_add (BlImportReport *sum, const BlImportReport *one, const char *file)
{
  sum->read += one->read;
  sum->added += one->added;
  sum->updated += one->updated;
  sum->unchanged += one->unchanged;
  sum->skipped += one->skipped;
  sum->elsewhere += one->elsewhere;
  sum->nearby += one->nearby;
  for (guint i = 0; i < one->reasons->len; i++)
    {
      const BlImportReason *reason = g_ptr_array_index (one->reasons, i);
      BlImportReason *made = g_new0 (BlImportReason, 1);

      *made = (BlImportReason){ of_file (file, reason->reason), reason->rows, reason->first_row };
      g_ptr_array_add (sum->reasons, made);
    }
  for (guint i = 0; i < one->warnings->len; i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (one->warnings, i);
      BlImportWarning *made = g_new0 (BlImportWarning, 1);

      *made = (BlImportWarning){ warning->row, g_strdup (warning->field), of_file (file, warning->message) };
      g_ptr_array_add (sum->warnings, made);
    }
}

void
bl_import_report_tell (BlImportReport *report, const char *file, const char *message)
{
  BlImportWarning *made = g_new0 (BlImportWarning, 1);

  made->message = of_file (file, message);
  g_ptr_array_add (report->warnings, made);
}
