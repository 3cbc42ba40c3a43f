// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Views on views: three or more behind each other, and two of different owners that end in a third
// owner's table. Whoever changes the last one has to know all of them.
#include "model/boundaries/contracts/contracts_parts.h"

#include <algorithm>
#include <set>

namespace cadastre {

namespace {

constexpr int longChain = 3;

/// For every view the views that it reads, and the longest chain that begins with it.
class ViewChains
{
public:
    explicit ViewChains(const ContractContext& context)
        : m_context(context)
        , m_reads(context.catalog().objects().tables.size())
        , m_next(m_reads.size(), -1)
        , m_depth(m_reads.size(), 0)
        , m_isRead(m_reads.size(), false)
    {
        for (int i = 0; i < static_cast<int>(m_reads.size()); ++i)
            collectReads(i);
        for (int i = 0; i < static_cast<int>(m_reads.size()); ++i)
            measure(i);
    }

    /// Views, itself included; 0 for what is no view.
    [[nodiscard]] int depthOf(TableId view) const { return m_depth[view.index]; }
    /// Whether no other view reads it.
    [[nodiscard]] bool isTop(TableId view) const { return !m_isRead[view.index]; }
    [[nodiscard]] const std::vector<int>& viewsReadBy(TableId view) const
    {
        return m_reads[view.index];
    }
    [[nodiscard]] std::vector<TableId> chainFrom(TableId view) const
    {
        std::vector<TableId> chain;
        for (int at = view.index; at >= 0; at = m_next[at])
            chain.push_back({at});
        return chain;
    }

private:
    [[nodiscard]] bool isViewAt(int index) const
    {
        return isView(m_context.catalog().table({index}));
    }

    void collectReads(int view)
    {
        if (!isViewAt(view))
            return;
        const UseReading& uses = m_context.facts.uses;
        for (const int at : uses.usesOf(TableId{view})) {
            const ObjectUse& use = uses.uses[at];
            const bool readsView = use.kind == UseKind::Reads &&
                                   use.used.kind == ObjectKind::Table && use.used.index != view &&
                                   isViewAt(use.used.index);
            if (!readsView)
                continue;
            m_reads[view].push_back(use.used.index);
            m_isRead[use.used.index] = true;
        }
    }

    /// Depth first without recursion; a circle (only broken views can make one) is cut.
    void measure(int start)
    {
        if (m_depth[start] != 0 || !isViewAt(start))
            return;
        std::vector<std::pair<int, std::size_t>> open{{start, 0}};
        m_depth[start] = inWork;
        while (!open.empty()) {
            auto& [view, child] = open.back();
            if (child < m_reads[view].size()) {
                const int next = m_reads[view][child++];
                if (m_depth[next] == 0) {
                    m_depth[next] = inWork;
                    open.emplace_back(next, 0);
                }
                continue;
            }
            finish(view);
            open.pop_back();
        }
    }

    void finish(int view)
    {
        int deepest = 0;
        for (const int next : m_reads[view]) {
            if (m_depth[next] > deepest) {
                deepest = m_depth[next];
                m_next[view] = next;
            }
        }
        m_depth[view] = deepest + 1;
    }

    static constexpr int inWork = -1;

    const ContractContext& m_context;
    std::vector<std::vector<int>> m_reads;
    std::vector<int> m_next;
    std::vector<int> m_depth;
    std::vector<bool> m_isRead;
};

QString chainSentence(const ContractContext& context, const std::vector<ObjectRef>& chain)
{
    QString text = titledName(context.catalog(), chain.front());
    QStringList behind;
    for (std::size_t i = 1; i < chain.size(); ++i)
        behind << QStringLiteral("%1 (%2)").arg(readerName(context.catalog(), chain[i]),
                                                context.boundaryName(context.ownerOf(chain[i])));
    return QStringLiteral("%1 (%2) reads %3.")
        .arg(text, context.boundaryName(context.ownerOf(chain.front())),
             behind.join(QLatin1String(", which reads ")));
}

void addChain(const ContractContext& context, const std::vector<ObjectRef>& chain,
              std::vector<BoundaryFinding>& findings)
{
    std::set<BoundaryIndex> owners;
    for (const ObjectRef object : chain)
        owners.insert(context.ownerOf(object));
    owners.erase(-1);
    const bool crosses = owners.size() > 1;
    BoundaryFinding finding =
        tableFinding(context, "view-chain", {chain.front().index},
                     crosses ? BoundarySeverity::Warning : BoundarySeverity::Note);
    finding.sentence = chainSentence(context, chain);
    finding.suggestion =
        crosses ? QStringLiteral("A change behind it concerns %1 owners; read contracts of their "
                                 "owners instead.")
                      .arg(owners.size())
                : QStringLiteral("A change at its end means making every view before it again.");
    findings.push_back(std::move(finding));
}

/// A private view of another owner through which a table of a third one is read.
std::vector<ObjectRef> chainIntoThirdOwner(const ContractContext& context, const ViewChains& chains,
                                           TableId top)
{
    const BoundaryIndex first = context.ownerOf(top);
    for (const int read : chains.viewsReadBy(top)) {
        const BoundaryIndex second = context.ownerOf(TableId{read});
        if (second < 0 || second == first || context.ownership().isContract({read}))
            continue;
        for (const int at : context.facts.uses.usesOf(TableId{read})) {
            const ObjectUse& use = context.facts.uses.uses[at];
            if (use.kind != UseKind::Reads || use.used.kind != ObjectKind::Table)
                continue;
            const BoundaryIndex third = context.ownerOf(TableId{use.used.index});
            if (third >= 0 && third != first && third != second)
                return {top, TableId{read}, use.used};
        }
    }
    return {};
}

} // namespace

void findViewChains(const ContractContext& context, std::vector<BoundaryFinding>& findings)
{
    const ViewChains chains(context);
    for (int i = 0; i < static_cast<int>(context.catalog().objects().tables.size()); ++i) {
        const TableId top{i};
        if (!chains.isTop(top) || context.catalog().table(top).system)
            continue;
        if (chains.depthOf(top) >= longChain) {
            std::vector<ObjectRef> chain;
            for (const TableId view : chains.chainFrom(top))
                chain.emplace_back(view);
            addChain(context, chain, findings);
        } else if (context.ownerOf(top) >= 0) {
            const std::vector<ObjectRef> chain = chainIntoThirdOwner(context, chains, top);
            if (!chain.empty())
                addChain(context, chain, findings);
        }
    }
}

} // namespace cadastre
