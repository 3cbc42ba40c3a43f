// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/exposure_form.h"

#include "model/boundaries/boundary_edits.h"
#include "widgets/boundary_facts_text.h"
#include "widgets/icons.h"
#include "widgets/inspector_html.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTextBrowser>

namespace cadastre {

BoundaryEdit exposeEdit(const std::shared_ptr<const Catalog>& catalog,
                        const std::vector<TableId>& tables, const ExposureEntry& exposure)
{
    std::vector<ObjectKey> keys;
    for (const TableId table : tables)
        keys.push_back(catalog->keyOf(table));
    const QString what = tables.size() == 1 ? catalog->displayName(tables.front())
                                            : ExposureForm::tr("%Ln tables", nullptr,
                                                               static_cast<int>(tables.size()));
    BoundaryEdit edit;
    edit.name = ExposureForm::tr("Make %1 %2").arg(what, exposureText(exposure));
    edit.apply = [keys, exposure](const Boundaries& before) -> Result<Boundaries> {
        return withExposure(before, keys, exposure);
    };
    return edit;
}

ExposureForm::ExposureForm(QWidget* parent)
    : QWidget(parent)
    , m_state(noBoundaryState())
    , m_label(new QLabel(tr("&To others"), this))
    , m_choice(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_page(new QTextBrowser(this))
{
    m_choice->addItem(tr("Private"), static_cast<int>(Exposure::Private));
    m_choice->addItem(themedIcon(QStringLiteral("contract")), tr("Contract"),
                      static_cast<int>(Exposure::Contract));
    m_choice->addItem(tr("Replica"), static_cast<int>(Exposure::Replica));
    m_label->setBuddy(m_choice);
    m_choice->setAccessibleName(tr("What it is to others"));
    m_choice->setToolTip(tr("What is not in a contract is private: only its own boundary may use "
                            "it. A replica is a copy of something that is owned elsewhere"));
    m_text->setMinimumWidth(40);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setOpenLinks(false);
    connect(m_page, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (const auto object = objectFromLink(url.toString()))
            Q_EMIT objectActivated(*object);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_choice);
    row->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_page, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        showText();
        take();
    });
    connect(m_text, &QLineEdit::editingFinished, this, &ExposureForm::take);
    showText();
    m_ready = true;
}

void ExposureForm::showTables(BoundaryStatePointer state, const std::vector<TableId>& tables)
{
    const QScopedValueRollback filling(m_filling, true);
    m_state = std::move(state);
    m_tables = tables;
    m_shown.reset();
    const auto& exposures = m_state->check.ownership.exposures;
    const auto at = [&](TableId table) { return exposures[static_cast<std::size_t>(table.index)]; };
    if (!tables.empty() &&
        std::ranges::all_of(tables, [&](TableId table) { return at(table) == at(tables.front()); }))
        m_shown = at(tables.front());
    const bool owned = std::ranges::any_of(tables, [&](TableId table) {
        return m_state->check.ownership.boundaryOf(*m_state->catalog, table).has_value();
    });
    m_label->setVisible(owned); // what nobody owns is nothing to others
    m_choice->setVisible(owned);
    m_choice->setCurrentIndex(m_shown ? m_choice->findData(static_cast<int>(m_shown->exposure))
                                      : -1);
    showText();
    if (m_shown)
        m_text->setText(m_shown->exposure == Exposure::Contract ? m_shown->version
                                                                : m_shown->replicaOf);
    ObjectDescription description;
    if (tables.size() == 1)
        description.sections = {boundarySection(*m_state, tables.front())};
    m_description = description;
    m_page->setHtml(descriptionHtml(m_description));
}

void ExposureForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_ready)
        m_page->setHtml(descriptionHtml(m_description));
}

void ExposureForm::showText()
{
    const auto exposure = static_cast<Exposure>(m_choice->currentData().toInt());
    m_text->setVisible(!m_choice->isHidden() && m_choice->currentIndex() >= 0 &&
                       exposure != Exposure::Private);
    const bool contract = exposure == Exposure::Contract;
    m_text->setPlaceholderText(contract ? tr("Version: v1") : tr("Of: shop/table:public.products"));
    m_text->setAccessibleName(contract ? tr("Version of the contract") : tr("Copied from"));
    if (!m_filling)
        m_text->clear();
}

ExposureEntry ExposureForm::entered() const
{
    ExposureEntry entry;
    entry.exposure = static_cast<Exposure>(m_choice->currentData().toInt());
    if (entry.exposure == Exposure::Contract)
        entry.version = m_text->text().trimmed();
    else if (entry.exposure == Exposure::Replica)
        entry.replicaOf = m_text->text().trimmed();
    return entry;
}

void ExposureForm::take()
{
    if (m_filling || m_tables.empty() || m_choice->currentIndex() < 0)
        return;
    const ExposureEntry entry = entered();
    if (m_shown == entry)
        return;
    m_shown = entry;
    Q_EMIT editRequested(exposeEdit(m_state->catalog, m_tables, entry));
}

} // namespace cadastre
