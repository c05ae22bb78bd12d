/* class-rule.c: by what rule values are put into groups for a map
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "class-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "facts.h"
#include "text.h"

static const char *const method_names[BL_N_CLASSIFY] = { "usual", "quantile", "equal", "natural", NULL };

const char *
bl_classify_get_title (BlClassify method)
{
  static const char *const titles[BL_N_CLASSIFY] = {
    [BL_CLASSIFY_USUAL] = N_ ("The usual for this figure"),
    [BL_CLASSIFY_QUANTILE] = N_ ("As many areas in each group"),
    [BL_CLASSIFY_EQUAL] = N_ ("As wide a range in each group"),
    [BL_CLASSIFY_NATURAL] = N_ ("Natural breaks"),
    [BL_CLASSIFY_OWN] = N_ ("My own limits"),
  };

  g_return_val_if_fail (method < BL_N_CLASSIFY, titles[0]);
  return titles[method];
}

static gboolean
parse_method (const char *text, BlClassRule *rule, gboolean *known, GError **error)
{
  const char *colon = strchr (text, ':');
  g_autofree char *name = colon ? g_strndup (text, (gsize) (colon - text)) : g_strdup (text);
  gint64 n;

  *known = FALSE;
  g_strstrip (name);
  for (guint i = 0; i < BL_CLASSIFY_OWN; i++)
    if (g_ascii_strcasecmp (name, method_names[i]) == 0)
      {
        rule->method = i;
        *known = TRUE;
      }
  if (!*known || colon == NULL)
    return TRUE;
  if (rule->method == BL_CLASSIFY_USUAL || !bl_text_to_integer (colon + 1, &n) || n < 2 || n > BL_CLASSES_MAX)
    {
      g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                   _ ("“%s”: a map has from two to seven groups, as in natural:4"), text);
      return FALSE;
    }
  rule->n_groups = (guint) n;
  return TRUE;
}

static gboolean
parse_limits (const char *text, BlClassRule *rule, GError **error)
{
  /* Where blanks or semicolons part them, a comma belongs to a number. */
  gboolean roomy = strpbrk (text, "; \t\n") != NULL;
  g_auto (GStrv) parts = g_strsplit_set (text, roomy ? "; \t\n" : ",", -1);

  rule->method = BL_CLASSIFY_OWN;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      double number;

      if (*parts[i] == '\0' && roomy)
        continue;
      if (g_str_has_suffix (parts[i], ",") && roomy)
        parts[i][strlen (parts[i]) - 1] = '\0';
      if (!bl_text_parse_number (parts[i], &number))
        {
          g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                       _ ("“%s” is not a number: give limits from low to high, as in 10, 20, 50"), parts[i]);
          return FALSE;
        }
      if (rule->n_breaks == BL_CLASSES_MAX - 1)
        {
          g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                               _ ("There are too many limits: a map has seven groups at most"));
          return FALSE;
        }
      if (rule->n_breaks > 0 && number <= rule->breaks[rule->n_breaks - 1])
        {
          g_set_error (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                       _ ("“%s” is not more than the limit before it: give limits from low to high"), parts[i]);
          return FALSE;
        }
      rule->breaks[rule->n_breaks++] = number;
    }
  if (rule->n_breaks > 0)
    return TRUE;
  g_set_error_literal (error, BL_ANALYSIS_ERROR, BL_ANALYSIS_ERROR_ASKED,
                       _ ("Say where groups begin: give limits from low to high, as in 10, 20, 50"));
  return FALSE;
}

gboolean
bl_class_rule_parse (const char *text, BlClassRule *rule, GError **error)
{
  BlClassRule parsed = { 0 };
  gboolean known;

  g_return_val_if_fail (text != NULL && rule != NULL, FALSE);

  if (!parse_method (text, &parsed, &known, error) || (!known && !parse_limits (text, &parsed, error)))
    return FALSE;
  *rule = parsed;
  return TRUE;
}

char *
bl_class_rule_to_text (const BlClassRule *rule)
{
  GString *text;

  if (rule->method != BL_CLASSIFY_OWN)
    return rule->n_groups > 0 && rule->method != BL_CLASSIFY_USUAL
               ? g_strdup_printf ("%s:%u", method_names[rule->method], rule->n_groups)
               : g_strdup (method_names[rule->method]);
  text = g_string_new (NULL);
  for (guint i = 0; i < rule->n_breaks; i++)
    {
      g_autofree char *number = bl_text_from_double (rule->breaks[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "," : "", number);
    }
  return g_string_free (text, FALSE);
}

gboolean
bl_class_rule_equal (const BlClassRule *a, const BlClassRule *b)
{
  if (a->method != b->method || a->n_groups != b->n_groups || a->n_breaks != b->n_breaks || a->about != b->about
      || (a->about && a->middle != b->middle))
    return FALSE;
  for (guint i = 0; i < a->n_breaks; i++)
    if (a->breaks[i] != b->breaks[i])
      return FALSE;
  return TRUE;
}
