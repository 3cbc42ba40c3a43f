// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the review panel says when nothing is listed: why, and what to do.
#include "widgets/empty_state.h"
#include "widgets/review_panel.h"

namespace cadastre {

void ReviewPanel::showEmpty()
{
    const ReviewFilter& filter = m_model->filter();
    const ReviewCounts& counts = m_model->counts();
    const QString icon = QStringLiteral("relationships");
    const QString check = QStringLiteral("check");
    const bool toDecide = filter.state == RelationshipOrigin::Inferred;
    if (m_model->facts().catalog->isEmpty())
        m_empty->setNothingOpen(icon,
                                tr("Relationships that nobody declared will be listed here."));
    else if (!filter.text.isEmpty())
        m_empty->setContents(QStringLiteral("search"), tr("Nothing fits “%1”").arg(filter.text),
                             tr("The filter looks at the tables and columns of both ends."),
                             tr("Clear the filter"));
    else if (filter.verdict)
        m_empty->setContents(icon, tr("None of “%1”").arg(verdictTitle(*filter.verdict)),
                             tr("Choose another verdict or state above."), tr("Show all verdicts"));
    else if (toDecide && !filter.inferred)
        m_empty->setContents(icon, tr("Inferred relationships are switched off"),
                             tr("The database is shown as it was declared."), tr("Show them"));
    else if (toDecide && counts.decided() > 0)
        m_empty->setContents(check, tr("Everything is decided"),
                             tr("A lower threshold lists weaker guesses."));
    else if (toDecide && counts.weaker > 0)
        m_empty->setContents(
            check, tr("There is nothing to decide"),
            tr("Below the threshold: %1.")
                .arg(tr("%Ln weaker guesses", nullptr, static_cast<int>(counts.weaker))));
    else if (toDecide)
        m_empty->setContents(check, tr("There is nothing to decide"),
                             tr("Every relationship that could be found is declared. You can add "
                                "others: “Relate to…” in the menu of a column."));
    else
        m_empty->setContents(icon, tr("None of this kind"), tr("Choose another state above."),
                             tr("Show what is to decide"));
}

} // namespace cadastre
