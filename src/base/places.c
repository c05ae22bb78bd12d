/* places.c: where the program's own data lie
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "places.h"

#include <glib/gi18n-lib.h>

#include "branchline-config.h"

char *
bl_places_find_data (const char *name)
{
  const char *folders[] = { g_getenv ("BRANCHLINE_DATADIR"), BL_PKGDATADIR, BL_BUILD_DATADIR, BL_SOURCE_DATADIR };

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = NULL;

      if (folders[i] == NULL)
        continue;
      path = g_build_filename (folders[i], name, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

const char *
bl_places_attribution (void)
{
  return _ ("Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
            "Contains OS data © Crown copyright and database right 2016.");
}
