/* record-version.c: versions of the document format
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "record-version.h"

#include <stdlib.h>
#include <string.h>

guint
bl_record_version_get_major (const char *version)
{
  return version == NULL ? 0 : (guint) strtoul (version, NULL, 10);
}

int
bl_record_version_compare (const char *a, const char *b)
{
  guint major_a = bl_record_version_get_major (a), major_b = bl_record_version_get_major (b);
  const char *point_a = a == NULL ? NULL : strchr (a, '.'), *point_b = b == NULL ? NULL : strchr (b, '.');
  guint minor_a = point_a == NULL ? 0 : (guint) strtoul (point_a + 1, NULL, 10);
  guint minor_b = point_b == NULL ? 0 : (guint) strtoul (point_b + 1, NULL, 10);

  if (major_a != major_b)
    return major_a < major_b ? -1 : 1;
  return minor_a == minor_b ? 0 : minor_a < minor_b ? -1 : 1;
}

gboolean
bl_record_version_is_valid (const char *text)
{
  return text != NULL && g_regex_match_simple ("^[0-9]{1,4}\\.[0-9]{1,4}$", text, 0, 0);
}

gboolean
bl_record_version_is_namespace (const char *uri)
{
  static const char stem[] = "urn:branchline:project:";

  return uri != NULL && g_str_has_prefix (uri, stem) && bl_record_version_get_major (uri + strlen (stem)) > 0;
}
