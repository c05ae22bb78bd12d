/* spawn.h: what another program says of a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

/* Standard output of a program; NULL, with the test skipped, where it is not installed. */
static inline char *
spawn_read (const char *const *argv)
{
  g_autofree char *program = g_find_program_in_path (argv[0]);
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status = 0;

  if (program == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not installed", argv[0]);

      g_test_skip (why);
      return NULL;
    }
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

/* The text of a PDF, laid out as on the page; with @page, of that page only. */
static inline char *
spawn_pdf_text (const char *path, guint page)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  const char *const whole[] = { "pdftotext", "-layout", path, "-", NULL };
  const char *const one[] = { "pdftotext", "-layout", "-f", number, "-l", number, path, "-", NULL };

  return spawn_read (page > 0 ? one : whole);
}

static inline guint
spawn_pdf_pages (const char *path)
{
  const char *const argv[] = { "pdfinfo", path, NULL };
  g_autofree char *text = spawn_read (argv);
  const char *pages = text ? g_strrstr (text, "Pages:") : NULL;

  return pages ? (guint) g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10) : 0;
}
