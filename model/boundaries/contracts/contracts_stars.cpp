// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What a star in a view means for those who read it. How a star is told from a list of columns
// lives in probable_star.cpp.
#include "model/boundaries/contracts/contracts_parts.h"

namespace cadastre {

namespace {

void addCertainStar(const ContractContext& context, TableId view, const QStringList& bases,
                    std::vector<BoundaryFinding>& findings)
{
    const bool isContract = context.ownership().isContract(view);
    BoundaryFinding finding =
        tableFinding(context, "contract-star", view,
                     isContract ? BoundarySeverity::Warning : BoundarySeverity::Note);
    finding.sentence =
        QStringLiteral("%1 says * of %2: every column added there is published at once.")
            .arg(isContract
                     ? QString(QStringLiteral("Contract ") + context.catalog().displayName(view))
                     : titledName(context.catalog(), view),
                 listedNames(bases));
    finding.suggestion = QStringLiteral("List the columns that are meant.");
    findings.push_back(std::move(finding));
}

void addProbableStar(const ContractContext& context, const ProbableStar& star, bool isContract,
                     std::vector<BoundaryFinding>& findings)
{
    if (!isContract && star.added.empty())
        return;
    const Catalog& catalog = context.catalog();
    const bool warns = isContract && !star.added.empty();
    BoundaryFinding finding =
        tableFinding(context, "contract-probable-star", star.view,
                     warns ? BoundarySeverity::Warning : BoundarySeverity::Note);
    const QString later =
        star.added.empty()
            ? QStringLiteral("all columns of %1 in order").arg(catalog.displayName(star.base))
            : QStringLiteral("all columns of %1 in order but %2, which came later")
                  .arg(catalog.displayName(star.base), listedColumns(catalog, star.added));
    finding.sentence =
        QStringLiteral("%1 lists %2: it was probably made with SELECT *.")
            .arg(isContract ? QString(QStringLiteral("Contract ") + catalog.displayName(star.view))
                            : titledName(catalog, star.view),
                 later);
    finding.suggestion =
        star.added.empty()
            ? QStringLiteral("Publish only the columns that readers need.")
            : QStringLiteral("Decide which columns are meant; making the view again with * would "
                             "add %1.")
                  .arg(listedColumns(catalog, star.added));
    findings.push_back(std::move(finding));
}

} // namespace

void findStars(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const std::vector<ProbableStar> stars = probableStars(context.catalog(), context.facts.uses);
    for (std::size_t i = 0; i < stars.size(); ++i) {
        const ProbableStar& star = stars[i];
        if (!star.certain) {
            addProbableStar(context, star, context.ownership().isContract(star.view), findings);
            continue;
        }
        QStringList bases{context.catalog().displayName(star.base)};
        for (; i + 1 < stars.size() && stars[i + 1].view == star.view; ++i)
            bases << context.catalog().displayName(stars[i + 1].base);
        addCertainStar(context, star.view, bases, findings);
    }
}

} // namespace cadastre
