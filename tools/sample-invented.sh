# sample-invented.sh: all that is made up for the sample; tools/make-sample reads it
#
# SPDX-License-Identifier: GPL-3.0-or-later

# Printed on every report, and shown on the page Overview.
invented_note="Libraries, areas, people, deprivation and every figure over time are as published. Made up for this sample \
are the names of those who answer for indicators, their targets, the days when these are looked at again, the reason \
given for the new level of May 2016, and the self-assessment: its team, its dates and all that it says."

# No such team met: six people and one who leads, two characteristics written up, the third half way.
invent_assessment() {
  a="call assess $project"
  $a new --title "Spring 2026" --framework self-assessment-starter --route route-half --scale scale-four \
    --rate-by 2026-04-14 --meeting 2026-04-30 --starts 09:15 --place "City Library, room 7" \
    --text "Everyone in Newcastle has a place nearby to read, learn and belong, whatever they earn and however they get about."
  $a member --name "A. Shah" --role role-leader --organisation "Newcastle Libraries" --knows "the whole service"
  $a member --name "M. Osei" --role role-staff --organisation "City Library" --knows "the largest library"
  $a member --name "R. Lindqvist" --role role-staff --organisation "Walker Library" --knows "a small library"
  $a member --name "J. Bell" --role role-volunteer --organisation "Friends of Jesmond Library" --knows "a volunteer library"
  $a member --name "P. Doyle" --role role-partner --organisation "Adult learning" --knows "courses held in libraries"
  $a member --name "K. Brandt" --role role-friend --organisation "A neighbouring service" --knows "how others do it"
  $a member --name "S. Whitfield" --role role-facilitator --organisation "Organisational development" --facilitates --no-rating
  #                                  purpose communi leader offer   access  digital partner people  resourc learning
  $a rate --member "A. Shah"      --levels "333323""23232""33232""3343333""334333""33333""33323""333333""232322""233232"
  $a rate --member "M. Osei"      --levels "232322""22322""23222""3333?22""323332""3233?""23323""232322""?23?22""22?222"
  $a rate --member "R. Lindqvist" --levels "222311""12321""22212""23232?2""213223""2222?""22322""222221""?22?21""12?221"
  $a rate --member "J. Bell"      --levels "2?2?3?""23312""?2?22""33323?3""223?32""3?2?2""23133""???23?""????2?""??2?22"
  $a rate --member "P. Doyle"     --levels "3?23??""?2322""3?233""3???4??""2?332?""23??3""3332?""?3????""??3???""?2?3??"
  $a rate --member "K. Brandt"    --levels "233223""22231""33222""3323332""323323""32232""23323""222322""2223-2""223222"
  $a rate --member "A. Shah" --about access-hours --level 4 --given 2026-04-15T08:30:00Z \
    --reason "City Library opens six days a week, and Newbiggin Hall on Sundays." --change "Counted again with the new hours"
  $a rate --member "R. Lindqvist" --about access-hours --level 1 --given 2026-04-15T09:10:00Z \
    --reason "Walker opens 16 hours a week. People in work never find us open." --example "The homework club ends at five because we close." \
    --change "Talked to users on Saturday"
  $a rate --member "M. Osei" --about access-hours --level 2 --reason "Busy at City until we close at eight; dark by five elsewhere." \
    --change "More to say"
  for agreed in purpose-difference=2 purpose-strategy=3 purpose-choices=2 purpose-wider=3 purpose-everyday=2 purpose-standard=2 \
    communities-need=2 communities-missing=2 communities-strengths=3 communities-listening=2 communities-change=2 access-welcome=3; do
    $a agree --about "${agreed%=*}" --level "${agreed#*=}"
  done
  $a dissent --about purpose-wider --level 2 --name "R. Lindqvist" --review 2027-04-30 \
    --reason "The regeneration plan for the riverside was written without a word about its library." \
    --change "One council plan of this year that names libraries"
  f="$a finding --agreed"
  $f --side strength --about purpose --text "We say no to work that serves none of our aims, and as a result small teams keep time for readers." --criteria "purpose-choices"
  $f --side strength --about purpose --text "The strategy looks to 2030, and as a result partners plan with us." --criteria "purpose-strategy purpose-wider"
  $f --side area --about purpose --text "We do not yet tell new staff what we are for in our own words, and as a result people meet twenty services." --criteria "purpose-difference purpose-everyday" --effect 2 --effort 1
  $f --side area --about purpose --text "We do not yet say what a full service is, and as a result cuts are judged one by one." --criteria "purpose-standard" --effect 3 --effort 3
  $f --side strength --about communities --text "We know every community group that meets with us, and as a result halls fill on weekday evenings." --criteria "communities-strengths"
  $f --side strength --about communities --text "Families' needs are mapped each year, and as a result rhyme times follow new homes." --criteria "communities-need"
  $f --side area --about communities --text "We do not yet ask people who do not come, and as a result we plan for those who do." --criteria "communities-missing communities-listening" --effect 3 --effort 2
  $f --side area --about communities --text "We do not yet tell people early what is to change, and as a result they hear it from the press." --criteria "communities-change" --effect 2 --effort 2
  $f --side strength --about access --text "City Library opens six days a week, 45 hours." --criteria "access-hours"
  $f --side area --about access --text "Walker, where need is high, opens 16 hours a week." --criteria "access-hours access-reach" --effect 3 --effort 2
  g="$a finding"
  $g --member "J. Bell" --side strength --about access --text "Newbiggin Hall opens on Sunday with volunteers."
  $g --member "P. Doyle" --side area --about access --text "Nobody can reach a computer after six outside the centre."
  $a discuss --about purpose --done --now "Strategy to 2030; yearly service plan; induction by each manager" --planned "One page for new starters" --notes "Two of six could not say our aims without looking."
  $a discuss --about communities --done --now "Yearly profile of each ward; groups in residence" --planned "A week of asking at markets" --notes "We know users, not neighbours."
  $a discuss --about access --now "Hours were set by budget in 2013 and by habit since."
  $a result --about results-use --trend "Visits are above their earlier average since April 2023; loans hardly moved, so counters may be why." --comparison "In line with similar authorities on visits, below on loans." --coverage "Blakelaw has no figures."
  $a agree --about results-use --level result-mixed
  $a result --about results-equality --no-data
  $a write --about model-purpose --text "To give everyone here a place to read, learn and belong. Agreed by cabinet, March 2023."
  $a write --about model-leaders --text "Cabinet member for culture; director of place; head of libraries; four library managers."
  $a write --about model-volunteers --text "Friends of Jesmond Library; the groups of volunteer-run libraries; home delivery drivers."
  $a park --name "P. Doyle" --text "Who keeps the keys of shared buildings at weekends?" --place "Property, by June"
}

invented_step="branches opened for fewer hours (made up for this sample)"

# No such person works there, and no such target was set.
invent() {
  call indicator "$project" set visits-total --owner "A. Shah" --target 60000 --target-period month --target-date 2027-03-31 \
    --baseline 74473 --baseline-period 2018-19 --review 2026-10-01 --break "2016-05-01=step: $invented_step"
  call indicator "$project" set visits-per-1000 --owner "A. Shah" --target 2000 --target-date 2027-03-31 \
    --baseline 2787 --baseline-period 2018-19 --review 2026-10-01
  call indicator "$project" set loans-total --owner "M. Osei" --target 28000 --target-period month --target-date 2027-03-31 \
    --review 2026-10-01 --break "2016-05-01=step: $invented_step"
  call indicator "$project" set access-1-mile --owner "R. Lindqvist" --target 90 --target-date 2027-03-31 --review 2026-10-01
  call indicator "$project" set enquiries-total --owner "M. Osei" --review 2026-07-01
}
