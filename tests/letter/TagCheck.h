#pragma once

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace reviewdesk {

/// One page's content as libqpdf reads it: what is painted outside of every mark, and what the marks are.
class Marks : public QPDFObjectHandle::ParserCallbacks {
public:
    QStringList faults;
    std::vector<int> ids; ///< MCID, in the order in which they are painted

    void handleObject(QPDFObjectHandle object) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        const QString name = QString::fromStdString(object.getOperatorValue());
        take(name);
        m_operands.clear();
    }
    void handleEOF() override
    {
        if (!m_open.empty() || m_states != 0 || m_text)
            faults.append(QStringLiteral("what is opened is not closed"));
    }

private:
    struct Open {
        int states = 0; ///< how many q around it
        bool text = false;
    };

    void take(const QString &name)
    {
        static const QSet<QString> painting{QStringLiteral("f"), QStringLiteral("F"), QStringLiteral("f*"),
            QStringLiteral("S"), QStringLiteral("s"), QStringLiteral("B"), QStringLiteral("B*"), QStringLiteral("b"),
            QStringLiteral("b*"), QStringLiteral("Do"), QStringLiteral("sh"), QStringLiteral("Tj"),
            QStringLiteral("TJ"), QStringLiteral("'"), QStringLiteral("\""), QStringLiteral("BI")};
        if (painting.contains(name) && m_open.size() != 1)
            faults.append(name + QStringLiteral(" in %1 marks").arg(m_open.size()));
        if (name == u"q")
            ++m_states;
        if (name == u"Q")
            --m_states;
        if (name == u"BT" || name == u"ET")
            m_text = name == u"BT";
        if (name == u"BDC" || name == u"BMC") {
            m_open.push_back({m_states, m_text});
            const std::string tag = m_operands.empty() ? std::string() : m_operands.front().getName();
            if (tag != "/Artifact")
                ids.push_back(m_operands.size() == 2 ? m_operands.at(1).getKey("/MCID").getIntValueAsInt() : -1);
        }
        if (name == u"EMC") {
            if (m_open.empty() || m_open.back().states != m_states || m_open.back().text != m_text)
                faults.append(QStringLiteral("a mark crosses q and Q or BT and ET"));
            else
                m_open.pop_back();
        }
        if ((name == u"scn" || name == u"SCN") && m_operands.size() == 3) {
            for (QPDFObjectHandle &each : m_operands) { // a code would show in the lower half of its 16 bits
                const double steps = each.getNumericValue() * 255;
                if (std::abs(steps - std::round(steps)) > 0.02)
                    faults.append(QStringLiteral("a colour that is none of 8 bits"));
            }
        }
    }

    std::vector<QPDFObjectHandle> m_operands;
    std::vector<Open> m_open;
    int m_states = 0;
    bool m_text = false;
};

/// The structure tree by its objects: every mark has one element, which names it and its page.
class TreeCheck {
public:
    explicit TreeCheck(const QByteArray &bytes)
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("letter", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        QPDFObjectHandle root = m_pdf.getRoot().getKey("/StructTreeRoot");
        if (!root.isDictionary() || !m_pdf.getRoot().getKey("/MarkInfo").getKey("/Marked").getBoolValue()) {
            faults.append(QStringLiteral("not tagged"));
            return;
        }
        const std::vector<QPDFObjectHandle> pages = m_pdf.getAllPages();
        walk(root.getKey("/K"), root);
        QPDFObjectHandle numbers = root.getKey("/ParentTree").getKey("/Nums");
        for (std::size_t page = 0; page < pages.size(); ++page) {
            Marks marks;
            QPDFObjectHandle sheet = pages.at(page);
            sheet.parsePageContents(&marks);
            faults += marks.faults;
            const int index = sheet.getKey("/StructParents").getIntValueAsInt();
            want(numbers.getArrayItem(2 * index).getIntValueAsInt() == index, "the parent tree is in order");
            QPDFObjectHandle parents = numbers.getArrayItem(2 * index + 1);
            want(parents.getArrayNItems() == static_cast<int>(marks.ids.size()), "a parent for each mark");
            for (std::size_t i = 0; i < marks.ids.size(); ++i) {
                const int id = marks.ids.at(i);
                want(id == static_cast<int>(i), "marks are numbered as they are painted");
                const auto owner = m_owners.find({sheet.getObjGen(), id});
                want(owner != m_owners.end(), "every mark is in the tree");
                want(owner != m_owners.end() && parents.getArrayItem(id).getObjGen() == owner->second,
                    "the parent of a mark owns it");
            }
            count += marks.ids.size();
        }
        want(count == m_owners.size(), "nothing is in the tree that is not painted");
    }

    QStringList faults;
    QStringList types; ///< of the elements, in reading order
    QStringList scopes; ///< of header cells
    int foreign = 0; ///< elements with a language of their own
    std::size_t count = 0;

private:
    void want(bool holds, const char *what)
    {
        if (!holds && !faults.contains(QString::fromLatin1(what)))
            faults.append(QString::fromLatin1(what));
    }

    void walk(QPDFObjectHandle element, QPDFObjectHandle parent)
    {
        want(element.getKey("/P").getObjGen() == parent.getObjGen(), "an element knows its parent");
        types.append(QString::fromStdString(element.getKey("/S").getName()).mid(1));
        foreign += element.hasKey("/Lang") && element.getKey("/Lang").getUTF8Value() == "en" ? 1 : 0;
        if (types.last() == u"TH")
            scopes.append(QString::fromStdString(element.getKey("/A").getKey("/Scope").getName()).mid(1));
        QPDFObjectHandle kids = element.getKey("/K");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            QPDFObjectHandle kid = kids.getArrayItem(i);
            if (kid.isInteger())
                own(element.getKey("/Pg"), kid, element);
            else if (kid.getKey("/Type").isNameAndEquals("/MCR"))
                own(kid.getKey("/Pg"), kid.getKey("/MCID"), element);
            else
                walk(kid, element);
        }
    }

    void own(QPDFObjectHandle page, QPDFObjectHandle id, QPDFObjectHandle element)
    {
        want(m_owners.emplace(std::pair(page.getObjGen(), id.getIntValueAsInt()), element.getObjGen()).second,
            "no mark has two owners");
    }

    QPDF m_pdf;
    std::map<std::pair<QPDFObjGen, int>, QPDFObjGen> m_owners;
};

} // namespace reviewdesk
