// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/coverage_bars.h"

#include "widgets/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTreeWidget>

namespace cadastre {

namespace {

constexpr int percentRole = Qt::UserRole + 1;
constexpr int groupRole = Qt::UserRole + 2;
constexpr int coverageBarHeight = 4;

/// The figures with a bar below them.
class CoverageBarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariant percent = index.data(percentRole);
        if (!percent.isValid())
            return;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        QColor color = selected ? option.palette.color(QPalette::HighlightedText)
                                : toneColor(IconTone::Accent);
        const QRect track(option.rect.left() + 4, option.rect.bottom() - coverageBarHeight - 1,
                          option.rect.width() - 8, coverageBarHeight);
        const QRect done(track.topLeft(),
                         QSize(track.width() * percent.toInt() / 100, track.height()));
        painter->fillRect(done, color);
        color.setAlpha(60);
        painter->fillRect(track, color);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, coverageBarHeight + 4);
    }
};

QString coverageToolTip(const QString& name, const CoverageGroup& group)
{
    const Coverage& coverage = group.coverage;
    const auto line = [](const QString& text) { return text.toHtmlEscaped(); };
    QStringList lines{line(name),
                      line(CoverageBars::tr("Tables and views: %1")
                               .arg(coverageShare(coverage.tablesCommented, coverage.tables))),
                      line(CoverageBars::tr("Columns: %1")
                               .arg(coverageShare(coverage.columnsCommented, coverage.columns))),
                      line(CoverageBars::tr("Routines and types: %1")
                               .arg(coverageShare(coverage.othersCommented, coverage.others)))};
    lines << line(CoverageBars::tr("Enter or double click shows its tables in the diagram."));
    if (group.isPartial)
        lines << line(CoverageBars::tr("Comments were not fully read: these are the least."));
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

} // namespace

CoverageBars::CoverageBars(QWidget* parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_list(new QTreeWidget(this))
{
    const auto add = [this](const QString& text, CoverageBy by) {
        m_choice->addItem(text, static_cast<int>(by));
    };
    add(tr("By schema"), CoverageBy::Schema);
    add(tr("By boundary"), CoverageBy::Boundary);
    add(tr("By owner"), CoverageBy::Owner);
    add(tr("By convention"), CoverageBy::Convention);
    m_choice->setAccessibleName(tr("Groups of the coverage"));
    connect(m_choice, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT groupingChanged(grouping()); });

    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("How much is documented"));
    m_list->setItemDelegateForColumn(1, new CoverageBarDelegate(m_list));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* item) {
        Q_EMIT groupActivated(grouping(), item->data(0, groupRole).toString());
    });

    auto* label = new QLabel(tr("Documented"), this);
    label->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_choice, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_list, 1);
}

CoverageBy CoverageBars::grouping() const
{
    return static_cast<CoverageBy>(m_choice->currentData().toInt());
}

void CoverageBars::setGroups(const std::vector<CoverageGroup>& groups)
{
    m_list->clear();
    for (const CoverageGroup& group : groups) {
        const QString name = group.name.isEmpty() ? tr("(none)") : group.name;
        auto* item = new QTreeWidgetItem(m_list);
        const QString share = coverageShare(commentedOf(group.coverage), objectsOf(group.coverage));
        item->setText(0, name);
        item->setData(0, groupRole, group.name);
        item->setText(1, group.isPartial ? tr("at least %1").arg(share) : share);
        item->setTextAlignment(0, Qt::AlignLeft | Qt::AlignTop);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignTop);
        if (const auto percent = coveragePercent(group.coverage))
            item->setData(1, percentRole, *percent);
        for (int column : {0, 1})
            item->setToolTip(column, coverageToolTip(name, group));
    }
}

} // namespace cadastre
