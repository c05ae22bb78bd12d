/* report-file.c: a report as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report-file.h"

#include <glib/gi18n-lib.h>

#include "file-output.h"
#include "page-composer.h"
#include "report-html.h"
#include "report-text.h"
#include "summary.h"

gboolean
bl_report_write_file (const BlReport *report, const char *path, GError **error)
{
  g_autofree char *ending = bl_file_output_ending (path);
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_equal (ending, "html") || g_str_equal (ending, "htm"))
    bytes = bl_report_to_html (report, error);
  else if (g_str_equal (ending, "pdf"))
    {
      g_autoptr (BlPages) pages = bl_pages_new (report);

      bytes = bl_pages_to_pdf (pages, error);
    }
  else if (g_str_equal (ending, "txt"))
    bytes = bl_report_to_text (report);
  else
    g_set_error (error, BL_REPORT_ERROR, BL_REPORT_ERROR_KIND,
                 _ ("This can be a PDF, a web page or a text: let the name end in .pdf, .html or .txt."));
  return bytes != NULL && bl_file_output_write (path, bytes, error);
}
