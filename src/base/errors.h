/* errors.h: the error domain of base, and words for where a fault is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BL_BASE_ERROR (bl_base_error_quark ())
GQuark bl_base_error_quark (void);

/**
 * BlBaseError: what the caller can do about it.
 */
typedef enum
{
  BL_BASE_ERROR_NUMBER,    /* a text is not the number, date or word asked for: ask again */
  BL_BASE_ERROR_SYNTAX,    /* not well-formed: the file is damaged or not ours */
  BL_BASE_ERROR_FORMAT,    /* well-formed but not one of our documents */
  BL_BASE_ERROR_NEWER,     /* made by a newer major version: open read-only or update */
  BL_BASE_ERROR_LIMIT,     /* deeper or larger than is safe to read */
  BL_BASE_ERROR_CANCELLED, /* the user stopped it */
} BlBaseError;

/**
 * BlSeverity: how much a fault matters.
 */
typedef enum
{
  BL_SEVERITY_NOTE,    /* worth knowing */
  BL_SEVERITY_WARNING, /* read, but something was left out or is doubtful */
  BL_SEVERITY_ERROR,   /* not valid */
} BlSeverity;

const char *bl_severity_to_text (BlSeverity severity);

/**
 * BlFault: one thing that is wrong, for people. @record, @field may be %NULL;
 * @line is 0 when there is none.
 */
typedef struct
{
  BlSeverity severity;
  char *record;
  char *field;
  guint line;
  char *message;
} BlFault;

BlFault *bl_fault_new (BlSeverity severity, const char *record, const char *field, guint line,
                       const char *format, ...) G_GNUC_PRINTF (5, 6);
void bl_fault_free (BlFault *fault);
/* An array of faults that frees them. */
GPtrArray *bl_faults_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlFault, bl_fault_free)

G_END_DECLS
