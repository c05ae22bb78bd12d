# sample-invented.sh: all that is made up for the sample; tools/make-sample reads it
#
# SPDX-License-Identifier: GPL-3.0-or-later

# Printed on every report, and shown on the page Overview.
invented_note="Libraries, areas, people, deprivation and every figure over time are as published. Made up for this sample \
are the names of those who answer for indicators, their targets, and the days when these are looked at again."

# No such person works there, and no such target was set.
invent() {
  call indicator "$project" set visits-total --owner "A. Shah" --target 60000 --target-date 2027-03-31 \
    --baseline 74473 --baseline-period 2018-19 --review 2026-10-01
  call indicator "$project" set visits-per-1000 --owner "A. Shah" --target 2000 --target-date 2027-03-31 \
    --baseline 2787 --baseline-period 2018-19 --review 2026-10-01
  call indicator "$project" set loans-total --owner "M. Osei" --target 28000 --target-date 2027-03-31 --review 2026-10-01
  call indicator "$project" set access-1-mile --owner "R. Lindqvist" --target 90 --target-date 2027-03-31 --review 2026-10-01
  call indicator "$project" set enquiries-total --owner "M. Osei" --review 2026-07-01
}
