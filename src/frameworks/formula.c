/* formula.c: an indicator's formula over base measures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formula.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "text.h"

G_DEFINE_QUARK (bl-formula-error-quark, bl_formula_error)

/* Parentheses in parentheses, that a made-up text cannot use up the stack. */
#define MAX_DEPTH 64

typedef enum
{
  NODE_NUMBER,
  NODE_NAME,
  NODE_ADD,
  NODE_SUBTRACT,
  NODE_MULTIPLY,
  NODE_DIVIDE,
} NodeType;

/**
 * Node: indexes are into BlFormula.nodes; left and right stand before it.
 */
typedef struct
{
  NodeType type;
  double number;
  guint name;
  guint left, right;
  gboolean constant; /* no name below it */
} Node;

struct _BlFormula
{
  GArray *nodes;
  guint root;
  GPtrArray *names; /* of char *, NULL at the end */
  GArray *below;    /* of gboolean: the name stands below a line, and nowhere above one */
};

typedef struct
{
  BlFormula *formula;
  const char *text, *at;
  guint depth;
  GError **error;
} Parser;

/* --- Reading ----------------------------------------------------------------- */

static gboolean parse_sum (Parser *parser, guint *node);

static gboolean
fail (Parser *parser, const char *expected)
{
  glong place = g_utf8_pointer_to_offset (parser->text, parser->at) + 1;

  if (*parser->at == '\0')
    g_set_error (parser->error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX, _("the formula ends where %s should stand"),
                 expected);
  else
    {
      g_autofree char *found = g_strndup (parser->at, g_utf8_next_char (parser->at) - parser->at);

      g_set_error (parser->error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX,
                   _("at character %ld of the formula stands “%s”, not %s"), place, found, expected);
    }
  return FALSE;
}

static void
skip_blanks (Parser *parser)
{
  while (*parser->at != '\0' && g_unichar_isspace (g_utf8_get_char (parser->at)))
    parser->at = g_utf8_next_char (parser->at);
}

/* One of the signs, NULL at the end, that stands next: goes behind it. */
static gboolean
take (Parser *parser, const char *const *signs)
{
  skip_blanks (parser);
  for (guint i = 0; signs[i] != NULL; i++)
    if (g_str_has_prefix (parser->at, signs[i]))
      {
        parser->at += strlen (signs[i]);
        return TRUE;
      }
  return FALSE;
}

static guint
add_node (Parser *parser, Node node)
{
  g_array_append_val (parser->formula->nodes, node);
  return parser->formula->nodes->len - 1;
}

static guint
add_pair (Parser *parser, NodeType type, guint left, guint right)
{
  const Node *nodes = (const Node *) (gpointer) parser->formula->nodes->data;

  return add_node (parser, (Node){ .type = type,
                                   .left = left,
                                   .right = right,
                                   .constant = nodes[left].constant && nodes[right].constant });
}

static guint
add_name (Parser *parser, const char *name)
{
  GPtrArray *names = parser->formula->names;
  guint index = 0;

  while (index < names->len && !g_str_equal (g_ptr_array_index (names, index), name))
    index++;
  if (index == names->len)
    g_ptr_array_add (names, g_strdup (name));
  return add_node (parser, (Node){ .type = NODE_NAME, .name = index });
}

/* The end of a number or a name that begins here; @at itself where there is none. */
static const char *
find_end (const char *at, gboolean number)
{
  while (number ? g_ascii_isdigit (*at) || *at == '.' : g_ascii_isalnum (*at) || *at == '_')
    at++;
  return at;
}

static gboolean
parse_atom (Parser *parser, guint *node)
{
  static const char *const open[] = { "(", NULL }, *const close[] = { ")", NULL };
  gboolean number;
  const char *end;
  g_autofree char *word = NULL;
  double value;

  if (take (parser, open))
    {
      if (++parser->depth > MAX_DEPTH)
        {
          g_set_error (parser->error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX,
                       _("the formula has more than %d parentheses in each other"), MAX_DEPTH);
          return FALSE;
        }
      if (!parse_sum (parser, node))
        return FALSE;
      parser->depth--;
      return take (parser, close) || fail (parser, _("a closing parenthesis"));
    }
  number = g_ascii_isdigit (*parser->at);
  if (!number && !g_ascii_isalpha (*parser->at))
    return fail (parser, _("a number or the name of a measure"));
  end = find_end (parser->at, number);
  word = g_strndup (parser->at, end - parser->at);
  if (!number)
    *node = add_name (parser, word);
  else if (bl_text_to_double (word, &value))
    *node = add_node (parser, (Node){ .type = NODE_NUMBER, .number = value, .constant = TRUE });
  else
    return fail (parser, _("a number"));
  parser->at = end;
  return TRUE;
}

static gboolean
parse_product (Parser *parser, guint *node)
{
  static const char *const times[] = { "×", "*", "·", NULL }, *const by[] = { "÷", "/", NULL };
  guint right;

  if (!parse_atom (parser, node))
    return FALSE;
  for (;;)
    {
      NodeType type = take (parser, times) ? NODE_MULTIPLY : take (parser, by) ? NODE_DIVIDE : NODE_NUMBER;

      if (type == NODE_NUMBER)
        return TRUE;
      if (!parse_atom (parser, &right))
        return FALSE;
      *node = add_pair (parser, type, *node, right);
    }
}

static gboolean
parse_sum (Parser *parser, guint *node)
{
  static const char *const plus[] = { "+", NULL }, *const minus[] = { "-", "−", "–", NULL };
  guint right;

  if (!parse_product (parser, node))
    return FALSE;
  for (;;)
    {
      NodeType type = take (parser, plus) ? NODE_ADD : take (parser, minus) ? NODE_SUBTRACT : NODE_NUMBER;

      if (type == NODE_NUMBER)
        return TRUE;
      if (!parse_product (parser, &right))
        return FALSE;
      *node = add_pair (parser, type, *node, right);
    }
}

/* Marks which names stand above a line, and which below one. */
static void
mark_lines (const BlFormula *self, guint index, gboolean divisor, gboolean *above, gboolean *below)
{
  const Node *node = &g_array_index (self->nodes, Node, index);

  if (node->type == NODE_NAME)
    (divisor ? below : above)[node->name] = TRUE;
  else if (node->type != NODE_NUMBER)
    {
      mark_lines (self, node->left, divisor, above, below);
      mark_lines (self, node->right, node->type == NODE_DIVIDE ? !divisor : divisor, above, below);
    }
}

BlFormula *
bl_formula_parse (const char *text, GError **error)
{
  g_autoptr (BlFormula) self = g_new0 (BlFormula, 1);
  Parser parser = { self, text, text, 0, error };
  g_autofree gboolean *above = NULL, *below = NULL;

  self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->below = g_array_new (FALSE, TRUE, sizeof (gboolean));
  if (strlen (text) > BL_FORMULA_MAX_LENGTH)
    {
      g_set_error (error, BL_FORMULA_ERROR, BL_FORMULA_ERROR_SYNTAX, _("the formula is longer than %d characters"),
                   BL_FORMULA_MAX_LENGTH);
      return NULL;
    }
  if (!parse_sum (&parser, &self->root))
    return NULL;
  skip_blanks (&parser);
  if (*parser.at != '\0')
    {
      fail (&parser, _("a sign between two measures"));
      return NULL;
    }
  above = g_new0 (gboolean, self->names->len);
  below = g_new0 (gboolean, self->names->len);
  mark_lines (self, self->root, FALSE, above, below);
  for (guint i = 0; i < self->names->len; i++)
    {
      gboolean only_below = below[i] && !above[i];

      g_array_append_val (self->below, only_below);
    }
  g_ptr_array_add (self->names, NULL);
  return g_steal_pointer (&self);
}

void
bl_formula_free (BlFormula *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->names);
  g_array_unref (self->below);
  g_free (self);
}

const char *const *
bl_formula_get_names (const BlFormula *self)
{
  return (const char *const *) self->names->pdata;
}

guint
bl_formula_get_n_names (const BlFormula *self)
{
  return self->names->len - 1;
}

gboolean
bl_formula_is_denominator (const BlFormula *self, guint name)
{
  return g_array_index (self->below, gboolean, name);
}

/* --- Working out --------------------------------------------------------------- */

static double
evaluate (const BlFormula *self, guint index, const BlFormulaPart *parts, gboolean *divided_by_zero)
{
  const Node *node = &g_array_index (self->nodes, Node, index);
  double left, right;

  if (node->type == NODE_NUMBER)
    return node->number;
  if (node->type == NODE_NAME)
    return parts[node->name].value;
  left = evaluate (self, node->left, parts, divided_by_zero);
  right = evaluate (self, node->right, parts, divided_by_zero);
  switch (node->type)
    {
    case NODE_ADD:
      return left + right;
    case NODE_SUBTRACT:
      return left - right;
    case NODE_MULTIPLY:
      return left * right;
    case NODE_DIVIDE:
      if (right == 0)
        *divided_by_zero = TRUE;
      return right == 0 ? NAN : left / right;
    case NODE_NUMBER:
    case NODE_NAME:
    default:
      g_return_val_if_reached (NAN);
    }
}

/* What stands above and below the outermost lines, numbers left out. */
static void
split (const BlFormula *self, guint index, const BlFormulaPart *parts, double *above, double *below, gboolean *divided)
{
  const Node *node = &g_array_index (self->nodes, Node, index);
  gboolean ignored = FALSE;

  if (node->constant)
    return;
  if (node->type == NODE_MULTIPLY || node->type == NODE_DIVIDE)
    {
      /* What divides in parentheses is itself a share: its lines are not turned over. */
      split (self, node->left, parts, above, below, divided);
      if (node->type == NODE_DIVIDE && !g_array_index (self->nodes, Node, node->right).constant)
        {
          *divided = TRUE;
          *below *= evaluate (self, node->right, parts, &ignored);
        }
      else if (node->type == NODE_MULTIPLY)
        split (self, node->right, parts, above, below, divided);
      return;
    }
  *above *= evaluate (self, index, parts, &ignored);
}

/* Whether it is one name and numbers by which it is multiplied or divided: then by how much. */
static gboolean
get_scale (const BlFormula *self, double *scale, guint *name)
{
  BlFormulaPart one = { .value = 1, .state = BL_STATE_MEASURED };
  gboolean divided_by_zero = FALSE;
  guint names = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      const Node *node = &g_array_index (self->nodes, Node, i);

      if (node->type == NODE_NAME)
        names++;
      else if (node->type == NODE_ADD || node->type == NODE_SUBTRACT
               || (node->type == NODE_DIVIDE && !g_array_index (self->nodes, Node, node->right).constant))
        return FALSE;
    }
  if (names != 1)
    return FALSE;
  *name = 0;
  *scale = evaluate (self, self->root, &one, &divided_by_zero);
  return !divided_by_zero;
}

static int
get_weakness (BlState state)
{
  static const BlState order[] = { BL_STATE_MEASURED, BL_STATE_ESTIMATE, BL_STATE_PROXY, BL_STATE_SUPPRESSED,
                                   BL_STATE_NO_DATA };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] == state)
      return (int) i;
  return -1; /* not said: says nothing */
}

BlState
bl_state_weaker (BlState a, BlState b)
{
  return get_weakness (a) >= get_weakness (b) ? a : b;
}

BlFormulaResult
bl_formula_evaluate (const BlFormula *self, const BlFormulaPart *parts)
{
  BlFormulaResult result = { .value = NAN, .low = NAN, .high = NAN, .numerator = NAN, .denominator = NAN,
                             .state = BL_STATE_MEASURED, .missing = -1 };
  double above = 1, below = 1, scale;
  gboolean divided = FALSE;
  guint name;

  for (guint i = 0; i < bl_formula_get_n_names (self); i++)
    {
      BlState state = parts[i].state;

      if (isnan (parts[i].value) && state != BL_STATE_SUPPRESSED)
        state = BL_STATE_NO_DATA;
      if ((isnan (parts[i].value) || state == BL_STATE_NO_DATA || state == BL_STATE_SUPPRESSED) && result.missing < 0)
        result.missing = (int) i;
      result.state = bl_state_weaker (result.state, state);
      result.estimated = MAX (result.estimated, parts[i].estimated);
    }
  if (result.missing >= 0)
    return result;
  result.value = evaluate (self, self->root, parts, &result.divided_by_zero);
  if (!isfinite (result.value))
    {
      result.value = NAN;
      result.state = BL_STATE_NO_DATA;
      return result;
    }
  split (self, self->root, parts, &above, &below, &divided);
  if (divided)
    {
      result.numerator = above;
      result.denominator = below;
    }
  if (get_scale (self, &scale, &name))
    {
      result.low = parts[name].low * scale;
      result.high = parts[name].high * scale;
    }
  return result;
}
