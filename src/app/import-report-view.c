/* import-report-view.c: what came of bringing in a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-report-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "new-project-tile.h"
#include "text.h"

/* More than these are in the file's own list, which can be saved. */
#define MAX_WARNINGS 50

struct _BlImportReportView
{
  AdwBin parent_instance;

  GtkLabel *finding;
  GtkLabel *sentence;
  GtkFlowBox *counts;
  GtkWidget *reasons_box;
  GtkListBox *reasons;
  GtkWidget *warnings_box;
  GtkListBox *warnings;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (BlImportReportView, bl_import_report_view, ADW_TYPE_BIN)

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static void
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  gtk_list_box_append (list, g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle",
                                           subtitle, "title-lines", 4, "subtitle-lines", 3, NULL));
}

static void
add_count (BlImportReportView *self, const char *label, guint n, const char *note)
{
  g_autofree char *number = bl_text_number (n, 0);

  bl_new_project_tile_append (self->counts, label, number, note);
}

static void
show_reasons (BlImportReportView *self, const BlImportReport *report)
{
  empty_list (self->reasons);
  gtk_widget_set_visible (self->reasons_box, report->reasons->len > 0);
  for (guint i = 0; i < report->reasons->len; i++)
    {
      const BlImportReason *reason = g_ptr_array_index (report->reasons, i);
      g_autofree char *rows = bl_text_number (reason->rows, 0);
      g_autofree char *subtitle = NULL;

      subtitle = reason->rows == 1
                     ? g_strdup_printf (_("Row %u"), reason->first_row)
                     : g_strdup_printf (ngettext ("%s row, the first is row %u", "%s rows, the first is row %u",
                                                  reason->rows),
                                        rows, reason->first_row);
      add_row (self->reasons, reason->reason, subtitle);
    }
}

static void
show_warnings (BlImportReportView *self, const BlImportReport *report)
{
  guint n = report->warnings->len;

  empty_list (self->warnings);
  gtk_widget_set_visible (self->warnings_box, n > 0);
  for (guint i = 0; i < MIN (n, MAX_WARNINGS); i++)
    {
      const BlImportWarning *warning = g_ptr_array_index (report->warnings, i);
      g_autofree char *subtitle = NULL;

      if (warning->row > 0 && warning->field != NULL)
        subtitle = g_strdup_printf (_("Row %u, %s"), warning->row, warning->field);
      else if (warning->row > 0)
        subtitle = g_strdup_printf (_("Row %u"), warning->row);
      add_row (self->warnings, warning->message, subtitle != NULL ? subtitle : "");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > MAX_WARNINGS);
  if (n > MAX_WARNINGS)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MAX_WARNINGS),
                                                n - MAX_WARNINGS);

      gtk_label_set_label (self->more, words);
    }
}

/* --- Class ------------------------------------------------------------------- */

static void
bl_import_report_view_class_init (BlImportReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/branchline/Branchline/import-report-view.ui");
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, finding);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, sentence);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, counts);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, reasons_box);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, reasons);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, warnings_box);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, warnings);
  gtk_widget_class_bind_template_child (widget_class, BlImportReportView, more);
}

static void
bl_import_report_view_init (BlImportReportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- Public ------------------------------------------------------------------- */

GtkWidget *
bl_import_report_view_new (void)
{
  return g_object_new (BL_TYPE_IMPORT_REPORT_VIEW, NULL);
}

static void
show_counts (BlImportReportView *self, const BlImportReport *report, BlImportKind kind)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->counts))) != NULL)
    gtk_flow_box_remove (self->counts, child);
  add_count (self, _("Read"), report->read,
             kind == BL_IMPORT_NETWORK   ? _("ways in the file")
             : kind == BL_IMPORT_UNKNOWN ? _("rows in all files")
                                         : _("rows in the file"));
  add_count (self, _("Added"), report->added, _("were not there"));
  add_count (self, _("Updated"), report->updated, _("were there"));
  add_count (self, _("The same"), report->unchanged, _("nothing to change"));
  add_count (self, _("Left out"), report->skipped, report->skipped > 0 ? _("see why below") : _("no row"));
  add_count (self, _("Elsewhere"), report->elsewhere,
             kind != BL_IMPORT_LIBRARIES ? _("other places")
             : report->nearby > 0        ? _("neighbours kept")
                                         : _("other services"));
}

void
bl_import_report_view_set_report (BlImportReportView *self, const BlImportReport *report, BlImportKind kind,
                                  const char *file)
{
  guint in = report->added + report->updated + report->unchanged;
  g_autofree char *rows = bl_import_kind_describe_rows (kind, in);
  g_autofree char *finding = NULL, *sentence = NULL;

  g_return_if_fail (BL_IS_IMPORT_REPORT_VIEW (self));

  /* TRANSLATORS: %s is "21 libraries". */
  finding = report->added + report->updated > 0 ? g_strdup_printf (_("Brought in: %s"), rows)
                                                 : g_strdup (_("Nothing had to change"));
  gtk_label_set_label (self->finding, finding);
  sentence = g_strdup_printf (_("From “%s”. It all came in one step, which can be undone."), file);
  gtk_label_set_label (self->sentence, sentence);
  show_counts (self, report, kind);
  show_reasons (self, report);
  show_warnings (self, report);
}

void
bl_import_report_view_set_files (BlImportReportView *self, const BlImportReport *report, const char *files)
{
  g_autofree char *finding = NULL;

  g_return_if_fail (BL_IS_IMPORT_REPORT_VIEW (self));

  finding = report->added + report->updated > 0 ? g_strdup_printf (_("Brought in: %s"), files) : g_strdup (_("Nothing had to change"));
  gtk_label_set_label (self->finding, finding);
  gtk_label_set_label (self->sentence, _("They all came in one step, which can be undone."));
  show_counts (self, report, BL_IMPORT_UNKNOWN);
  show_reasons (self, report);
  show_warnings (self, report);
}

char *
bl_import_kind_describe_rows (BlImportKind kind, guint n)
{
  g_autofree char *number = bl_text_number (n, 0);

  switch (kind)
    {
    case BL_IMPORT_LIBRARIES:
      return g_strdup_printf (ngettext ("%s library", "%s libraries", n), number);
    case BL_IMPORT_AREAS:
      return g_strdup_printf (ngettext ("%s outline", "%s outlines", n), number);
    case BL_IMPORT_POINTS:
      return g_strdup_printf (ngettext ("a place for %s area", "places for %s areas", n), number);
    case BL_IMPORT_VALUES:
      return g_strdup_printf (ngettext ("figures for %s area", "figures for %s areas", n), number);
    case BL_IMPORT_FIGURES:
      return g_strdup_printf (ngettext ("figures of use in %s row", "figures of use in %s rows", n), number);
    case BL_IMPORT_MEMBERS:
      return g_strdup_printf (ngettext ("people of %s row", "people of %s rows", n), number);
    case BL_IMPORT_NETWORK:
      return g_strdup_printf (ngettext ("%s road or path", "%s roads and paths", n), number);
    case BL_IMPORT_STOPS:
      return g_strdup_printf (ngettext ("%s stop", "%s stops", n), number);
    case BL_IMPORT_TRAVEL:
      return g_strdup_printf (ngettext ("%s travel time", "%s travel times", n), number);
    case BL_IMPORT_POSTCODES:
      return g_strdup_printf (ngettext ("%s postcode", "%s postcodes", n), number);
    case BL_IMPORT_ISOCHRONES:
      return g_strdup_printf (ngettext ("%s outline of a time", "%s outlines of times", n), number);
    case BL_IMPORT_SERIES:
      return g_strdup_printf (ngettext ("values of %s row", "values of %s rows", n), number);
    case BL_IMPORT_N_KINDS:
    case BL_IMPORT_UNKNOWN:
    default:
      return g_strdup_printf (ngettext ("%s row", "%s rows", n), number);
    }
}

/* Takes @part. */
static void
append_part (GString *text, guint n, char *part)
{
  if (n > 0)
    g_string_append_printf (text, "%s%s", strchr (text->str, ':') == NULL ? ": " : ", ", part);
  g_free (part);
}

char *
bl_import_report_describe (const BlImportReport *report)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u row read", "%u rows read", report->read), report->read);
  append_part (text, report->added, g_strdup_printf (_("%u added"), report->added));
  append_part (text, report->updated, g_strdup_printf (_("%u updated"), report->updated));
  append_part (text, report->unchanged, g_strdup_printf (_("%u the same already"), report->unchanged));
  append_part (text, report->skipped, g_strdup_printf (_("%u left out"), report->skipped));
  append_part (text, report->elsewhere, g_strdup_printf (_("%u from elsewhere"), report->elsewhere));
  return g_string_free (text, FALSE);
}
