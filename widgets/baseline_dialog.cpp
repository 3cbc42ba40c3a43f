// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "widgets/baseline_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cadastre {

namespace {

QString crossingCount(std::size_t count)
{
    return BaselineDialog::tr("%Ln crossings", nullptr, static_cast<int>(count));
}

template <typename Keys> void listKeys(QStringList& lines, const QString& title, const Keys& keys)
{
    if (keys.empty())
        return;
    lines << title;
    for (const CrossingKey& key : keys)
        lines << QStringLiteral("  ") % crossingKeyText(key);
    lines << QString();
}

} // namespace

BaselineDialog::BaselineDialog(const BoundaryState& state, QWidget* parent)
    : QDialog(parent)
    , m_list(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Baseline of crossings"));
    const bool existing = state.boundaries.baseline.has_value();
    const BaselineUpdate update = updatedBaseline(state.boundaries, state.check);
    QStringList lines;
    if (existing) {
        m_headline =
            tr("%1 can leave the baseline; %2 stay in it. It only shrinks.")
                .arg(crossingCount(update.removed.size()), crossingCount(update.baseline.size()));
        listKeys(lines, tr("Not there any more:"), update.removed);
        listKeys(lines, tr("New, to be decided (never taken in):"), update.grown);
        listKeys(lines, tr("Known:"), update.baseline);
    } else {
        m_headline = tr("%1 would be recorded as known. From then on only new ones are to be "
                        "decided, and the baseline may only shrink.")
                         .arg(crossingCount(update.baseline.size()));
        listKeys(lines, tr("Known from now on:"), update.baseline);
    }
    auto* headline = new QLabel(m_headline, this);
    headline->setWordWrap(true);
    headline->setTextFormat(Qt::PlainText);
    m_list->setReadOnly(true);
    m_list->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_list->setAccessibleName(tr("What changes"));
    m_list->setPlainText(lines.join(QLatin1Char('\n')));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_write = buttons->addButton(existing ? tr("&Shrink the baseline") : tr("&Write the baseline"),
                                 QDialogButtonBox::AcceptRole);
    m_write->setEnabled(existing ? !update.removed.empty() : !update.baseline.empty());
    m_remove = buttons->addButton(tr("&Remove it"), QDialogButtonBox::DestructiveRole);
    m_remove->setVisible(existing);
    connect(m_write, &QPushButton::clicked, this, [this, existing, baseline = update.baseline] {
        write(baseline, existing ? tr("Shrink the baseline") : tr("Write the baseline"));
    });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { write(std::nullopt, tr("Remove the baseline")); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(headline);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(640, 420);
}

QString BaselineDialog::text() const
{
    return m_headline % QLatin1Char('\n') % m_list->toPlainText();
}

void BaselineDialog::write(const std::optional<std::set<CrossingKey>>& baseline,
                           const QString& name)
{
    BoundaryEdit edit;
    edit.name = name;
    edit.apply = [baseline](const Boundaries& before) -> Result<Boundaries> {
        Boundaries after = before;
        after.baseline = baseline;
        return after;
    };
    Q_EMIT editRequested(edit);
    accept();
}

} // namespace cadastre
