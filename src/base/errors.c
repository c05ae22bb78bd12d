/* errors.c: the error domain of base, and faults for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "errors.h"

G_DEFINE_QUARK (bl-base-error-quark, bl_base_error)

const char *
bl_severity_to_text (BlSeverity severity)
{
  switch (severity)
    {
    case BL_SEVERITY_NOTE:
      return "note";
    case BL_SEVERITY_WARNING:
      return "warning";
    case BL_SEVERITY_ERROR:
      return "error";
    default:
      g_assert_not_reached ();
    }
}

BlFault *
bl_fault_new (BlSeverity severity, const char *record, const char *field, guint line, const char *format, ...)
{
  BlFault *fault = g_new0 (BlFault, 1);
  va_list args;

  fault->severity = severity;
  fault->record = g_strdup (record);
  fault->field = g_strdup (field);
  fault->line = line;
  va_start (args, format);
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  return fault;
}

void
bl_fault_free (BlFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->record);
  g_free (fault->field);
  g_free (fault->message);
  g_free (fault);
}

GPtrArray *
bl_faults_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) bl_fault_free);
}
