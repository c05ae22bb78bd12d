/* shared-data.h: published data that lie beside the clone
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* Path of @name ("newcastle/newcastle_city_council.csv") among the published
 * data; %NULL, with the running test marked as skipped, where it is not there.
 * The caller then returns. */
static inline char *
bl_test_shared_data (const char *name)
{
  const char *root = g_getenv ("BRANCHLINE_SHARED_DATA");
  g_autofree char *path = root && *root ? g_build_filename (root, name, NULL) : NULL;

  if (path && g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_autofree char *why = g_strdup_printf ("no published data: %s (set -Dshared_data)", path ? path : name);
  g_test_skip (why);
  return NULL;
}
